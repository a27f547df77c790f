using NSwag;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Creates the external documentation of an operation, a tag, a schema or the document.</summary>
internal static class DocsBuilder
{
    public static OpenApiExternalDocumentation? Build(SpecMapping owner) => owner["externalDocs"] is SpecMapping docs
        ? new OpenApiExternalDocumentation { Url = docs["url"].AsText(), Description = docs["description"].AsText() }
        : null;
}
