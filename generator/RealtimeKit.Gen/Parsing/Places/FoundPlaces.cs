using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The places that have been found of each schema, and the schema that is the whole at each place.</summary>
internal sealed class FoundPlaces
{
    /// <summary>
    /// The most places of one schema. Every one of them keeps the name. More operations than this rarely share a response, and a document of
    /// which each part is shared by very many would be long to read and to write.
    /// </summary>
    private const int MostPlaces = 1000;

    private readonly Dictionary<JsonSchema, List<string>> _places = [];
    private readonly HashSet<(string Place, JsonSchema Schema)> _added = [];

    /// <summary>The first schema of each place: the whole, whose parts have its place too.</summary>
    private readonly Dictionary<string, JsonSchema> _wholes = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _places.Values.SelectMany(static places => places);

    public bool Has(JsonSchema schema) => _places.ContainsKey(schema);

    public IReadOnlyList<string>? Of(JsonSchema schema) => _places.TryGetValue(schema, out List<string>? places) ? places : null;

    public bool HasWhole(string place) => _wholes.ContainsKey(place);

    public JsonSchema WholeAt(string place) => _wholes[place];

    /// <summary>Adds a place of a schema.</summary>
    /// <returns>Whether the place is a new one of the schema.</returns>
    public bool Add(JsonSchema schema, string place)
    {
        if (!_places.TryGetValue(schema, out List<string>? places))
        {
            _places[schema] = places = [];
        }

        if (places.Count == MostPlaces || !_added.Add((place, schema)))
        {
            return false;
        }

        places.Add(place);
        if (!_wholes.ContainsKey(place))
        {
            _wholes.Add(place, schema);
        }

        return true;
    }
}
