using NJsonSchema;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>What a discriminator says for one of its cases: the mapped values, else the case's own value or name.</summary>
internal static class DiscriminatorValues
{
    public static IReadOnlyList<string> Of(OpenApiDiscriminator discriminator, JsonSchema @case, SpecDocument document)
    {
        string[] mapped = discriminator.Mapping
            .Where(pair => ReferenceEquals(SchemaFacts.Follow(pair.Value), @case))
            .Select(static pair => pair.Key)
            .OrderBy(static key => key, StringComparer.Ordinal)
            .ToArray();
        return mapped.Length > 0 ? mapped
            : (@case.TextExtension("x-ms-discriminator-value") ?? document.OriginOf(@case)?.Name) is { } own ? [own] : [];
    }
}
