using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the schema of the properties that a record does not name, from all its parts. If only alternatives describe such properties, a
/// property can be of any alternative.
/// </summary>
internal sealed class UndeclaredMembers(CombinedSchemas combined)
{
    private readonly List<JsonSchema> _certain = [];
    private readonly List<JsonSchema> _order = [];
    private readonly Dictionary<JsonSchema, List<JsonSchema>> _alternatives = [];
    private readonly HashSet<JsonSchema> _closed = [];

    /// <param name="value">The schema of the properties that the part does not name, or null.</param>
    /// <param name="alternative">The alternative that contains the part, or null if every value matches it.</param>
    public void Add(JsonSchema part, JsonSchema? value, JsonSchema? alternative)
    {
        List<JsonSchema> values = alternative is null ? _certain : ValuesOf(alternative);
        if (value is not null)
        {
            values.Add(value);
        }
        else if (alternative is not null && !part.AllowAdditionalProperties)
        {
            _closed.Add(alternative);
        }
    }

    /// <summary>Returns the schema of the properties, or null if they can have any value.</summary>
    public JsonSchema? Combine()
    {
        if (_certain.Count > 0)
        {
            return AllOf(_certain);
        }

        JsonSchema[] values = _order.Select(alternative => _alternatives[alternative]).Where(static values => values.Count > 0).Select(AllOf).ToArray();
        bool isAny = _order.Exists(alternative => _alternatives[alternative].Count == 0 && !_closed.Contains(alternative));
        return values.Length == 0 ? null : combined.Choose(values, isAny);
    }

    private List<JsonSchema> ValuesOf(JsonSchema alternative)
    {
        if (!_alternatives.TryGetValue(alternative, out List<JsonSchema>? values))
        {
            _alternatives[alternative] = values = [];
            _order.Add(alternative);
        }

        return values;
    }

    private JsonSchema AllOf(List<JsonSchema> values) => values.Count == 1 ? values[0] : combined.Combine(values) ?? values[0];
}
