using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The schemas that describe parts of a schema's value: its properties, values and items.</summary>
internal static class ContainedSchemas
{
    /// <returns>The schemas with their paths within the schema.</returns>
    public static IEnumerable<(string Path, JsonSchema Schema)> Of(JsonSchema schema)
    {
        foreach (KeyValuePair<string, JsonSchemaProperty> property in schema.Properties)
        {
            yield return ("properties/" + SpecPointer.Escape(property.Key), property.Value);
        }

        foreach (KeyValuePair<string, JsonSchemaProperty> pattern in schema.PatternProperties)
        {
            yield return ("patternProperties/" + SpecPointer.Escape(pattern.Key), pattern.Value);
        }

        if (schema.AdditionalPropertiesSchema is { } value)
        {
            yield return ("additionalProperties", value);
        }

        if (schema.Item is { } item)
        {
            yield return ("items", item);
        }

        int index = 0;
        foreach (JsonSchema fixedItem in schema.Items)
        {
            yield return ("prefixItems/" + index++.Invariant(), fixedItem);
        }
    }
}
