using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The schemas at which places begin: the targets of references, and those of the document's responses, request bodies and parameters.</summary>
internal sealed class SchemaRoots
{
    private readonly HashSet<JsonSchema> _all;

    /// <summary>The places of the roots. A part of an <c>allOf</c> can refer to the place where its target itself is.</summary>
    private readonly HashSet<(string Place, JsonSchema Schema)> _places;

    /// <summary>
    /// The roots that references name. A YAML alias can also make an inline schema one of them, which then is like a reference. A schema within
    /// an operation also has the place of the operation, which is still the same if the schema becomes a component.
    /// </summary>
    private readonly HashSet<JsonSchema> _named;

    /// <param name="placesOf">Returns the places of the target of a reference by its canonical reference.</param>
    public SchemaRoots(SchemaIndex index, Func<string, IEnumerable<string>> placesOf)
    {
        KeyValuePair<JsonSchema, SchemaOrigin>[] named = index.Origins.Where(static origin => origin.Value.Name is not null).ToArray();
        _places = [.. named.SelectMany(origin => placesOf(origin.Value.Key).Select(place => (place, origin.Key)))];
        _places.UnionWith(index.Holders.Select(static holder => (TargetPlaces.Of(holder.Value), holder.Key)));
        _all = [.. _places.Select(static root => root.Schema)];
        _named = [.. named.Where(static origin => !TargetPlaces.IsInOperation(origin.Value.Key)).Select(static origin => origin.Key)];
    }

    /// <summary>Gets the roots with their places, sorted.</summary>
    public IEnumerable<(string Place, JsonSchema Schema)> Sorted => _places.OrderBy(static root => root.Place, StringComparer.Ordinal);

    public bool Contains(JsonSchema schema) => _all.Contains(schema);

    /// <summary>Returns whether a schema is a root, and the place is its own.</summary>
    public bool IsAt(string place, JsonSchema schema) => _places.Contains((place, schema));

    /// <summary>Returns whether places begin with a schema here, and not where a reference leads.</summary>
    public bool BeginsAt(string place, JsonSchema schema) => Contains(schema) && (IsAt(place, schema) || !_named.Contains(schema));
}
