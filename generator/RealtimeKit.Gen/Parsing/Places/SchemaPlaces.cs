using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// The places of the schemas in the document, as a names file writes them: from a component or an operation to the schema. A
/// schema has several places if several parts of the document contain it. A single part or alternative has the place of the
/// whole, which it describes.
/// </summary>
internal sealed class SchemaPlaces
{
    /// <summary>The places of a client without a names file.</summary>
    public static readonly SchemaPlaces None = new();

    private static readonly IReadOnlyList<string> _none = [];
    private static readonly Dictionary<string, JsonSchema> _noReferences = [];

    private readonly FoundPlaces _found = new();
    private readonly Dictionary<SpecNode, JsonSchema> _byNode = [];
    private readonly SchemaIndex? _index;
    private readonly TargetPlaces? _targets;
    private readonly ILookup<string, string>? _twins;
    private readonly LockedContents? _locked;
    private readonly FormerPlaces? _former;
    private readonly PlaceWalk? _walk;

    /// <param name="locked">What the names file says about places.</param>
    public SchemaPlaces(SpecDocument document, LockedContents locked, SchemaReading reading)
    {
        _index = document.Schemas;
        _locked = locked;
        _targets = new TargetPlaces(document);
        _twins = document.ComponentKeys.ToLookup(static component => component.TwinOf ?? "", static component => component.Key, StringComparer.Ordinal);
        SchemaTargets targets = new(_targets, locked, reading.LayersOf);
        SchemaRoots roots = new(_index, canonical => TwinsOf(canonical).Prepend(canonical).Select(OfReference));
        _former = new FormerPlaces(locked, PlacesOfTarget);
        _walk = new PlaceWalk(_found, roots, _former, locked, targets, reading.IsWrapper);
        foreach ((string place, JsonSchema schema) in roots.Sorted
            .Concat(RootPlaces.Of(document, new ContentPlaces(locked, targets, reading.KindOf)).OrderBy(static root => root.Place, StringComparer.Ordinal))
            .ToArray())
        {
            _walk.Visit(schema, place, isRoot: roots.BeginsAt(place, schema));
        }

        ReferAliases(document);
        AddFormer([]);
        foreach (KeyValuePair<JsonSchema, SchemaOrigin> origin in _index.Origins.Where(origin => _found.Has(origin.Key)))
        {
            _byNode[origin.Value.Node] = origin.Key;
        }
    }

    private SchemaPlaces()
    {
    }

    /// <summary>Gets all places that have a schema of their own, and those that had one before.</summary>
    public IEnumerable<string> All => _found.All;

    /// <summary>Gets the targets of references by the places of the references.</summary>
    public IReadOnlyDictionary<string, JsonSchema> References => _walk?.References ?? _noReferences;

    /// <summary>Returns whether a schema was inline at the place before, and is a component now.</summary>
    public bool IsFormer(string place) => _former?.Has(place) == true;

    /// <summary>Returns the places of a schema. A schema that the document implies has those of the part that implies it.</summary>
    public IReadOnlyList<string> Of(JsonSchema schema)
    {
        if (_found.Of(schema) is { } own)
        {
            return own;
        }

        return _index?.OriginOf(schema) is { } origin && _byNode.TryGetValue(origin.Node, out JsonSchema? described) ? _found.Of(described) ?? _none : _none;
    }

    /// <summary>Returns the schema at one of the places, which is not a part of another schema there.</summary>
    public JsonSchema WholeAt(string place) => _found.WholeAt(place);

    /// <summary>Returns the keys of the components that differ from a component only in null, and have its type.</summary>
    public IEnumerable<string> TwinsOf(string canonical) => _twins?[canonical] ?? [];

    /// <summary>Returns the place of a component, or of another target of a reference.</summary>
    public string OfReference(string canonical) => _targets?.Of(canonical) ?? "";

    /// <summary>Returns the places that the names file has of a schema, or of a schema that only refers to another.</summary>
    public IEnumerable<string> LockedOf(JsonSchema schema) => schema.Reference is null
        ? Of(schema).Where(place => _locked!.Has(place))
        : _walk!.Referring[schema];

    /// <summary>Adds the former places of components that the author has made of inline schemas, and of everything within them.</summary>
    public void AddFormer(IEnumerable<(string Place, JsonSchema Schema)> replaced)
    {
        foreach ((string place, JsonSchema schema) in replaced)
        {
            VisitFormer(schema, place);
        }

        _former!.VisitAdded(VisitFormer, _walk!.VisitJoined);
    }

    private void VisitFormer(JsonSchema schema, string place) => _walk!.VisitFormer(schema, place, isRoot: true);

    /// <summary>Returns the places of a schema to which references lead. One that is only a reference has that of its component.</summary>
    private IEnumerable<string> PlacesOfTarget(JsonSchema target) =>
        target.Reference is not null && _targets!.OfTarget(target) is { } own ? [own] : Of(target);

    /// <summary>
    /// Refers from the components that their author has kept as other names of new ones, and that nothing uses any more. The walk does not visit
    /// these, or only because their <c>allOf</c> could extend the new one, which a choice does not allow.
    /// </summary>
    private void ReferAliases(SpecDocument document)
    {
        ILookup<string, JsonSchema> used = document.Schemas.Origins
            .Where(static origin => origin.Value.Name is not null)
            .ToLookup(static origin => origin.Value.Key, static origin => origin.Key, StringComparer.Ordinal);
        HashSet<JsonSchema> referred = [.. _walk!.References.Values];
        foreach (SchemaKey component in document.ComponentKeys.Where(component => component.AliasOf is not null && !used[component.Key].Any(referred.Contains)))
        {
            foreach (JsonSchema target in used[component.AliasOf!].Where(target => IsChoice(target) || !used.Contains(component.Key)))
            {
                _walk.Refer(OfReference(component.Key), target);
            }
        }
    }

    private static bool IsChoice(JsonSchema schema) => schema.OneOf.Count > 0 || schema.AnyOf.Count > 0;
}
