using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

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
        JsonSchema[] distinct = DistinctSchemas.Of(schemas.Where(ContainerParts.Says), index);
        if (distinct.Length < 2)
        {
            return distinct.FirstOrDefault();
        }

        return Known("all", distinct, () => implied.AllOf(distinct));
    }

    /// <summary>Returns a schema of values that match at least one of the schemas.</summary>
    /// <param name="isAny">Whether any other value is allowed too.</param>
    public JsonSchema Choose(IReadOnlyList<JsonSchema> schemas, bool isAny)
    {
        JsonSchema[] distinct = DistinctSchemas.Of(schemas, index);
        return distinct.Length == 1 && !isAny ? distinct[0]
            : Known(isAny ? "any" : "one", distinct, () => implied.AnyOf(isAny ? [.. distinct, implied.AnyAt(distinct[0])] : distinct));
    }

    private JsonSchema Known(string kind, IEnumerable<JsonSchema> schemas, Func<JsonSchema> create)
    {
        string key = kind + string.Concat(schemas.Select(IdOf).OrderBy(static id => id).Select(static id => "," + id.Invariant()));
        if (!_known.TryGetValue(key, out JsonSchema? combined))
        {
            _known[key] = combined = create();
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
