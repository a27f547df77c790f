using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>One member of a record, with all schemas that describe it.</summary>
internal sealed class Member(string wireName, int place)
{
    private readonly List<(JsonSchema Alternative, List<JsonSchemaProperty> Schemas)> _alternatives = [];

    /// <summary>The parts that contain the schemas.</summary>
    private readonly Dictionary<JsonSchema, JsonSchema> _parts = [];

    public string WireName { get; } = wireName;

    /// <summary>Gets the position among the members, in the order of the document.</summary>
    public int Place { get; } = place;

    public List<JsonSchemaProperty> Schemas { get; } = [];

    /// <summary>Gets the schemas that every value matches, without those of alternatives.</summary>
    public List<JsonSchemaProperty> Certain { get; } = [];

    /// <summary>Gets the schemas that each alternative has for the member.</summary>
    public IEnumerable<IReadOnlyCollection<JsonSchemaProperty>> Alternatives => _alternatives.Select(static alternative => alternative.Schemas);

    public bool IsRequired { get; set; }

    /// <summary>Adds a schema of the member.</summary>
    /// <param name="part">The part that contains the schema.</param>
    /// <param name="alternative">The alternative that contains the schema, or null if every value matches it.</param>
    public void Add(JsonSchemaProperty schema, JsonSchema part, JsonSchema? alternative)
    {
        Schemas.Add(schema);
        _parts[schema] = part;
        if (alternative is null)
        {
            Certain.Add(schema);
            return;
        }

        int place = _alternatives.FindIndex(known => ReferenceEquals(known.Alternative, alternative));
        if (place < 0)
        {
            place = _alternatives.Count;
            _alternatives.Add((alternative, []));
        }

        _alternatives[place].Schemas.Add(schema);
    }

    /// <summary>Returns the part that contains one of the schemas, or null for any other schema.</summary>
    public JsonSchema? PartOf(JsonSchema schema) => _parts.TryGetValue(schema, out JsonSchema? part) ? part : null;
}
