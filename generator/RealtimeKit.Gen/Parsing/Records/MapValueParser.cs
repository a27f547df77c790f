using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Decides the type of properties that a schema does not name, from <c>additionalProperties</c> and <c>patternProperties</c>.
/// </summary>
internal sealed class MapValueParser(SchemaIndex index, ImpliedSchemas implied, DiagnosticBag diagnostics)
{
    /// <summary>The patterns that match every name.</summary>
    private static readonly HashSet<string> _anyName = new(StringComparer.Ordinal) { "", "^", ".*", "^.*", "^.*$", ".+", "^.+", "^.+$", "." };

    private readonly Dictionary<JsonSchema, JsonSchema?> _known = [];

    /// <summary>Returns the schema of such properties, or null if there is none that applies to all.</summary>
    public JsonSchema? Parse(JsonSchema schema)
    {
        if (!_known.TryGetValue(schema, out JsonSchema? value))
        {
            _known[schema] = value = schema.PatternProperties.Count == 0 ? schema.AdditionalPropertiesSchema : Decide(schema);
        }

        return value;
    }

    private JsonSchema? Decide(JsonSchema schema)
    {
        bool isAnyName = schema.PatternProperties.Keys.Any(_anyName.Contains);
        if (!isAnyName && schema.AllowAdditionalProperties && schema.AdditionalPropertiesSchema is null)
        {
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(schema), "A property that matches no pattern can have any value");

            // Raw JSON is hidden if one of the patterns describes a secret.
            return Secrets.IsHidden(Secrets.OfAny(schema.PatternProperties.Values)) ? implied.MarkedAt(schema, Secrets.Extension) : null;
        }

        List<JsonSchema> values = [.. schema.PatternProperties.Values];
        if (schema.AdditionalPropertiesSchema is { } additional && !isAnyName)
        {
            values.Add(additional);
        }

        return values.Count == 1 ? values[0] : implied.AnyOf(values);
    }
}
