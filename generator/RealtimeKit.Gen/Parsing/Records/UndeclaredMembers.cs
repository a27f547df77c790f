using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the schema of the properties that a record does not name, from all its parts. If only alternatives describe such properties, a
/// property can be of any alternative.
/// </summary>
internal sealed class UndeclaredMembers(CombinedSchemas combined)
{
    private readonly List<JsonSchema> _certain = [];
    private readonly ListMap<JsonSchema, JsonSchema?> _alternatives = new();
    private readonly HashSet<JsonSchema> _closed = [];

    /// <param name="value">The schema of the properties that the part does not name, or null.</param>
    /// <param name="alternative">The alternative that contains the part, or null if every value matches it.</param>
    public void Add(JsonSchema part, JsonSchema? value, JsonSchema? alternative)
    {
        if (alternative is null)
        {
            _certain.AddRange(value is null ? [] : [value]);
            return;
        }

        _alternatives.Add(alternative, value);
        if (value is null && !part.AllowAdditionalProperties)
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

        JsonSchema[] values = _alternatives.Keys.Select(ValuesOf).Where(static values => values.Length > 0).Select(AllOf).ToArray();
        bool isAny = _alternatives.Keys.Any(alternative => ValuesOf(alternative).Length == 0 && !_closed.Contains(alternative));
        return values.Length == 0 ? null : combined.Choose(values, isAny);
    }

    private JsonSchema[] ValuesOf(JsonSchema alternative) => _alternatives[alternative].OfType<JsonSchema>().ToArray();

    private JsonSchema AllOf(IReadOnlyList<JsonSchema> values) => values.Count == 1 ? values[0] : combined.Combine(values) ?? values[0];
}
