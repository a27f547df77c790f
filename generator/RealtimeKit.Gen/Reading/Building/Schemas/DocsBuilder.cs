using NSwag;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills what an operation, a tag or the document says to read as well.</summary>
internal static class DocsBuilder
{
    public static OpenApiExternalDocumentation? Build(SpecMapping owner) => owner["externalDocs"] is SpecMapping docs
        ? new OpenApiExternalDocumentation { Url = docs["url"].AsText(), Description = docs["description"].AsText() }
        : null;
}
