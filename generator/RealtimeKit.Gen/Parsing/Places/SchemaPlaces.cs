using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;
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
    /// <summary>
    /// The most places of one schema. Every one of them keeps the name. More operations than this rarely share a response, and a document of
    /// which each part is shared by very many would be long to read and to write.
    /// </summary>
    private const int MostPlaces = 1000;

    /// <summary>The places of a client without a names file.</summary>
    public static readonly SchemaPlaces None = new();

    private static readonly IReadOnlyList<string> _none = [];

    private readonly Dictionary<JsonSchema, List<string>> _places = [];
    private readonly HashSet<(string Place, JsonSchema Schema)> _added = [];

    /// <summary>The first schema of each place: the whole, whose parts have its place too.</summary>
    private readonly Dictionary<string, JsonSchema> _wholes = new(StringComparer.Ordinal);
    private readonly Dictionary<SpecNode, JsonSchema> _byNode = [];
    private readonly Dictionary<string, JsonSchema> _references = new(StringComparer.Ordinal);
    private readonly HashSet<JsonSchema> _roots = [];

    /// <summary>
    /// The roots that references name. A YAML alias can also make an inline schema one of them, which then is like a reference. A schema within
    /// an operation also has the place of the operation, which is still the same if the schema becomes a component.
    /// </summary>
    private readonly HashSet<JsonSchema> _named = [];

    /// <summary>The places of the roots. A part of an <c>allOf</c> can refer to the place where its target itself is.</summary>
    private readonly HashSet<(string Place, JsonSchema Schema)> _rootPlaces = [];
    private readonly HashSet<JsonSchema> _open = [];
    private readonly SchemaIndex? _index;
    private readonly Func<JsonSchema, bool> _isWrapper = static _ => true;
    private readonly TargetPlaces? _targets;
    private readonly SchemaTargets? _meanings;
    private readonly ILookup<string, string>? _twins;
    private readonly AlternativePlaces? _alternatives;
    private readonly OpenEnums? _enums;
    private readonly LockedContents? _locked;
    private readonly FormerPlaces? _former;

    /// <summary>The places of references that the names file has, by the schemas that refer.</summary>
    private readonly ListMap<JsonSchema, string> _referring = new();

    /// <param name="locked">What the names file says about places.</param>
    public SchemaPlaces(SpecDocument document, LockedContents locked, SchemaReading reading)
    {
        _targets = new TargetPlaces(document);
        _meanings = new SchemaTargets(_targets, locked, reading.LayersOf);
        _alternatives = new AlternativePlaces(locked, _meanings);
        _locked = locked;
        _former = new FormerPlaces(locked, PlacesOfTarget);
        _isWrapper = reading.IsWrapper;
        _index = document.Schemas;
        _enums = new OpenEnums(locked);
        List<(string Place, JsonSchema Schema)> roots = [];
        _twins = document.ComponentKeys.ToLookup(static component => component.TwinOf ?? "", static component => component.Key, StringComparer.Ordinal);
        roots.AddRange(_index.Origins
            .Where(static origin => origin.Value.Name is not null)
            .SelectMany(origin => TwinsOf(origin.Value.Key).Prepend(origin.Value.Key).Select(key => (OfReference(key), origin.Key))));
        _named.UnionWith(_index.Origins
            .Where(static origin => origin.Value.Name is not null && !TargetPlaces.IsInOperation(origin.Value.Key))
            .Select(static origin => origin.Key));
        roots.AddRange(_index.Holders.Select(static holder => (TargetPlaces.Of(holder.Value), holder.Key)));
        _roots.UnionWith(roots.Select(static pair => pair.Schema));
        _rootPlaces.UnionWith(roots);
        roots = roots.OrderBy(static pair => pair.Place, StringComparer.Ordinal).ToList();
        roots.AddRange(RootPlaces.Of(document, new ContentPlaces(locked, _meanings, reading.KindOf)).OrderBy(static pair => pair.Place, StringComparer.Ordinal));
        foreach ((string place, JsonSchema schema) in roots)
        {
            Visit(schema, place, isRoot: _roots.Contains(schema) && (_rootPlaces.Contains((place, schema)) || !_named.Contains(schema)));
        }

        ReferUnused(document);
        AddFormer([]);
        foreach (KeyValuePair<JsonSchema, SchemaOrigin> origin in _index.Origins.Where(origin => _places.ContainsKey(origin.Key)))
        {
            _byNode[origin.Value.Node] = origin.Key;
        }
    }

    private SchemaPlaces()
    {
    }

    /// <summary>Gets all places that have a schema of their own, and those that had one before.</summary>
    public IEnumerable<string> All => _places.Values.SelectMany(static places => places);

    /// <summary>Gets the targets of references by the places of the references.</summary>
    public IReadOnlyDictionary<string, JsonSchema> References => _references;

    /// <summary>Returns whether a schema was inline at the place before, and is a component now.</summary>
    public bool IsFormer(string place) => _former?.Has(place) == true;

    /// <summary>Returns the places of a schema. A schema that the document implies has those of the part that implies it.</summary>
    public IReadOnlyList<string> Of(JsonSchema schema)
    {
        if (_places.TryGetValue(schema, out List<string>? own))
        {
            return own;
        }

        return _index?.OriginOf(schema) is { } origin && _byNode.TryGetValue(origin.Node, out JsonSchema? described) ? _places[described] : _none;
    }

    /// <summary>Returns the places of a schema to which references lead. One that is only a reference has that of its component.</summary>
    private IEnumerable<string> PlacesOfTarget(JsonSchema target) =>
        target.Reference is not null && _targets!.OfTarget(target) is { } own ? [own] : Of(target);

    /// <summary>Returns the schema at one of the places, which is not a part of another schema there.</summary>
    public JsonSchema WholeAt(string place) => _wholes[place];

    /// <summary>Returns the keys of the components that differ from a component only in null, and have its type.</summary>
    public IEnumerable<string> TwinsOf(string canonical) => _twins?[canonical] ?? [];

    /// <summary>Returns the place of a component, or of another target of a reference.</summary>
    public string OfReference(string canonical) => _targets?.Of(canonical) ?? "";

    /// <summary>Returns the places that the names file has of a schema, or of a schema that only refers to another.</summary>
    public IEnumerable<string> LockedOf(JsonSchema schema) => schema.Reference is null
        ? Of(schema).Where(place => _locked!.Has(place))
        : _referring[schema];

    /// <summary>Adds the former places of components that the author has made of inline schemas, and of everything within them.</summary>
    public void AddFormer(IEnumerable<(string Place, JsonSchema Schema)> replaced)
    {
        foreach ((string place, JsonSchema schema) in replaced)
        {
            VisitFormer(schema, place, isRoot: true);
        }

        _former!.VisitAdded((schema, place) => VisitFormer(schema, place, isRoot: true), VisitJoined);
    }

    /// <summary>Visits a schema at a place where the names file has its type, and where it no longer is.</summary>
    private void VisitFormer(JsonSchema schema, string place, bool isRoot = false)
    {
        _former!.Visit(() => Visit(schema, place, isRoot));
        _former.Add(place);
    }

    private void Visit(JsonSchema schema, string place, bool isRoot = false)
    {
        if (schema.Reference is { } target)
        {
            if (!_roots.Contains(target))
            {
                Visit(target, place);
            }
            else
            {
                Refer(place, target);
                if (_locked!.Has(place))
                {
                    _referring.Add(schema, place);
                }
            }

            return;
        }

        if (_roots.Contains(schema) && !isRoot)
        {
            Refer(place, schema);
            return;
        }

        if (!_open.Add(schema))
        {
            return;
        }

        if (Add(schema, place))
        {
            VisitParts(schema, place);
        }

        _open.Remove(schema);
        if (schema.Enumeration.Count > 0 && _enums!.OpenPlaceOf(place) is { } former)
        {
            VisitFormer(schema, former);
        }
    }

    /// <summary>Refers from the components that no operation uses any more, and that their author has kept as other names of new ones.</summary>
    private void ReferUnused(SpecDocument document)
    {
        ILookup<string, JsonSchema> used = _index!.Origins
            .Where(static origin => origin.Value.Name is not null)
            .ToLookup(static origin => origin.Value.Key, static origin => origin.Key, StringComparer.Ordinal);
        foreach (SchemaKey component in document.ComponentKeys.Where(component => component.AliasOf is not null && !used.Contains(component.Key)))
        {
            foreach (JsonSchema target in used[component.AliasOf!])
            {
                Refer(OfReference(component.Key), target);
            }
        }
    }

    private void Refer(string place, JsonSchema target)
    {
        if (!_rootPlaces.Contains((place, target)))
        {
            _references[place] = target;
            _former!.Refer(place, target);
        }
    }

    private bool Add(JsonSchema schema, string place)
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
            if (_former!.AreVisited)
            {
                _former.Add(place);
            }
        }

        return true;
    }

    private void VisitParts(JsonSchema schema, string place)
    {
        foreach ((string path, JsonSchema part) in ContainedSchemas.Of(schema))
        {
            Visit(part, Within(place, path));
        }

        VisitAllOf(schema, place);
        VisitAlternatives(schema, schema.OneOf, "oneOf", place);
        VisitAlternatives(schema, schema.AnyOf, "anyOf", place);
    }

    /// <summary>
    /// Visits the parts of a composition. They describe one type together, or one of them describes it and the others say nothing
    /// more. So they have the place of the whole, which does not change when a part is added or removed. The author can have made a component of
    /// some of the members, which the whole extends.
    /// </summary>
    private void VisitAllOf(JsonSchema schema, string place)
    {
        bool isOnly = schema.AllOf.Count > 0 && _isWrapper(schema);
        foreach (JsonSchema part in schema.AllOf)
        {
            VisitPart(part, place, isOnly);
            if (!isOnly && part.Reference is not null)
            {
                _former!.Join(place, _meanings!.Meant(part));
            }
        }
    }

    /// <summary>Visits the alternatives of a schema. An only one describes the same type, unless the schema adds members to it.</summary>
    private void VisitAlternatives(JsonSchema schema, ICollection<JsonSchema> alternatives, string keyword, string place)
    {
        if (alternatives.Count == 1)
        {
            VisitPart(alternatives.First(), place, _isWrapper(schema));
            return;
        }

        if (_alternatives!.FormerWhole(alternatives, place, keyword) is { } whole)
        {
            _former!.Join(place, whole);
        }

        bool isOnlyKeyword = schema.OneOf.Count < 2 || schema.AnyOf.Count < 2;
        JsonSchema? open = OpenEnums.EnumOf(alternatives, _meanings!);
        foreach ((JsonSchema alternative, string own) in _alternatives.Of(alternatives, place, keyword, isOnlyKeyword))
        {
            Visit(alternative, own);
            if (ReferenceEquals(alternative, open) && _enums!.WasClosed(place, own))
            {
                VisitFormer(alternative, place);
            }
        }
    }

    /// <summary>Visits a part at the place of the whole. A component that the whole extends has a place of its own.</summary>
    private void VisitPart(JsonSchema part, string place, bool isOnly)
    {
        if (isOnly || (part.Reference is null && !_roots.Contains(part)))
        {
            Visit(part, place);
        }
    }

    /// <summary>
    /// Visits what is within a schema that was inline at a place, and is a part or an alternative of the schema there now. What the names file does
    /// not have there, and what still is there, is passed over.
    /// </summary>
    private void VisitJoined(JsonSchema schema, string place)
    {
        foreach ((string path, JsonSchema part) in ContainedSchemas.Of(schema))
        {
            string within = Within(place, path);
            if (_locked!.IsWithin(within) && !_wholes.ContainsKey(within))
            {
                Visit(part, within);
            }
        }

        foreach (JsonSchema part in schema.AllOf)
        {
            _former!.Join(place, _meanings!.Meant(part));
        }

        VisitAlternatives(schema, schema.OneOf, "oneOf", place);
        VisitAlternatives(schema, schema.AnyOf, "anyOf", place);
    }

    private static string Within(string place, string part) => place + "/" + LockKey.Token(part);
}
