using NJsonSchema;

namespace RealtimeKit.Gen.Reading;

/// <summary>Fills a schema's discriminator: an object with a mapping, or in Swagger 2.0 a mere name.</summary>
internal static class DiscriminatorBuilder
{
    /// <param name="build">Gives the schema that a reference points at, or null with a diagnostic.</param>
    public static void Fill(JsonSchema schema, SpecMapping mapping, Func<SpecNode, string, JsonSchema?> build, SpecDocument document)
    {
        switch (mapping["discriminator"])
        {
            case SpecMapping discriminator when discriminator["propertyName"].AsText() is { } name:
                schema.DiscriminatorObject = new OpenApiDiscriminator { PropertyName = name };
                FillMapping(schema.DiscriminatorObject, discriminator, build);
                if (discriminator["defaultMapping"] is { } otherwise && Target(otherwise, build) is { } @default)
                {
                    document.DefaultCases[schema.DiscriminatorObject] = @default;
                }

                break;
            case SpecScalar { Kind: SpecScalarKind.String } name:
                schema.DiscriminatorObject = new OpenApiDiscriminator { PropertyName = name.Text };
                break;
        }
    }

    private static void FillMapping(OpenApiDiscriminator discriminator, SpecMapping node, Func<SpecNode, string, JsonSchema?> build)
    {
        if (node["mapping"] is not SpecMapping mapping)
        {
            return;
        }

        foreach (SpecEntry entry in mapping.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (Target(entry.Value, build) is { } schema)
            {
                discriminator.Mapping[entry.Key] = schema;
            }
        }
    }

    /// <summary>A bare word names a component; whatever looks like a path is a reference.</summary>
    private static JsonSchema? Target(SpecNode node, Func<SpecNode, string, JsonSchema?> build) => node.AsText() is { Length: > 0 } target
        ? build(node, target.IndexOfAny(['/', '#', '.']) < 0 ? "#/components/schemas/" + SpecPointer.Escape(target) : target)
        : null;
}
