using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Combines schemas that all apply to one value. The same schemas give the same combination, so that one which contains itself is
/// recognized.
/// </summary>
internal sealed class CombinedSchemas(SchemaIndex index, ImpliedSchemas implied)
{
    private readonly Dictionary<string, JsonSchema> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonSchema, int> _ids = [];

    /// <summary>Returns a schema that says what all the schemas say, or null if none says anything.</summary>
    public JsonSchema? Combine(IEnumerable<JsonSchema> schemas)
    {
        JsonSchema[] distinct = ContainerParts.Distinct(schemas, index);
        if (distinct.Length < 2)
        {
            return distinct.FirstOrDefault();
        }

        string key = string.Join(",", distinct.Select(IdOf).OrderBy(static id => id).Select(static id => id.Invariant()));
        if (!_known.TryGetValue(key, out JsonSchema? combined))
        {
            _known[key] = combined = implied.AllOf(distinct);
        }

        return combined;
    }

    private int IdOf(JsonSchema schema)
    {
        if (!_ids.TryGetValue(schema, out int id))
        {
            _ids[schema] = id = _ids.Count;
        }

        return id;
    }
}
