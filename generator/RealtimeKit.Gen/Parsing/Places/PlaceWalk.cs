using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>Visits schemas, and those within them, at their places.</summary>
/// <param name="found">Receives the places.</param>
internal sealed class PlaceWalk(
    FoundPlaces found,
    SchemaRoots roots,
    FormerPlaces former,
    LockedContents locked,
    SchemaTargets targets,
    Func<JsonSchema, bool> isWrapper)
{
    private readonly AlternativePlaces _alternatives = new(locked, targets);
    private readonly OpenEnums _enums = new(locked);
    private readonly HashSet<JsonSchema> _open = [];
    private readonly Dictionary<string, JsonSchema> _references = new(StringComparer.Ordinal);

    /// <summary>Gets the targets of references by the places of the references.</summary>
    public IReadOnlyDictionary<string, JsonSchema> References => _references;

    /// <summary>Gets the places of references that the names file has, by the schemas that refer.</summary>
    public ListMap<JsonSchema, string> Referring { get; } = new();

    public void Visit(JsonSchema schema, string place, bool isRoot = false)
    {
        if (schema.Reference is { } target)
        {
            VisitReference(schema, target, place);
            return;
        }

        if (roots.Contains(schema) && !isRoot)
        {
            Refer(place, schema);
            return;
        }

        if (!_open.Add(schema))
        {
            return;
        }

        bool isFirst = !found.HasWhole(place);
        if (found.Add(schema, place))
        {
            if (isFirst && former.AreVisited)
            {
                former.Add(place);
            }

            VisitParts(schema, place);
        }

        _open.Remove(schema);
        if (schema.Enumeration.Count > 0 && _enums.OpenPlaceOf(place) is { } open)
        {
            VisitFormer(schema, open);
        }
    }

    /// <summary>Visits a schema at a place where the names file has its type, and where it no longer is.</summary>
    public void VisitFormer(JsonSchema schema, string place, bool isRoot = false)
    {
        former.Visit(() => Visit(schema, place, isRoot));
        former.Add(place);
    }

    /// <summary>
    /// Visits what is within a schema that was inline at a place, and is a part or an alternative of the schema there now. What the names file does
    /// not have there, and what still is there, is passed over.
    /// </summary>
    public void VisitJoined(JsonSchema schema, string place)
    {
        foreach ((string path, JsonSchema part) in ContainedSchemas.Of(schema))
        {
            string within = Within(place, path);
            if (locked.IsWithin(within) && !found.HasWhole(within))
            {
                Visit(part, within);
            }
        }

        foreach (JsonSchema part in schema.AllOf)
        {
            former.Join(place, targets.Meant(part));
        }

        VisitAlternatives(schema, schema.OneOf, "oneOf", place);
        VisitAlternatives(schema, schema.AnyOf, "anyOf", place);
    }

    /// <summary>Adds a reference from a place to a root.</summary>
    public void Refer(string place, JsonSchema target)
    {
        if (!roots.IsAt(place, target))
        {
            _references[place] = target;
            former.Refer(place, target);
        }
    }

    private void VisitReference(JsonSchema schema, JsonSchema target, string place)
    {
        if (!roots.Contains(target))
        {
            Visit(target, place);
            return;
        }

        Refer(place, target);
        if (locked.Has(place))
        {
            Referring.Add(schema, place);
        }
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
    /// more. So they have the place of the whole, which does not change when a part is added or removed.
    /// </summary>
    private void VisitAllOf(JsonSchema schema, string place)
    {
        bool isOnly = schema.AllOf.Count > 0 && isWrapper(schema);
        foreach (JsonSchema part in schema.AllOf)
        {
            VisitPart(part, place, isOnly);
        }
    }

    /// <summary>Visits the alternatives of a schema. An only one describes the same type, unless the schema adds members to it.</summary>
    private void VisitAlternatives(JsonSchema schema, ICollection<JsonSchema> alternatives, string keyword, string place)
    {
        if (alternatives.Count == 1)
        {
            VisitPart(alternatives.First(), place, isWrapper(schema));
            return;
        }

        if (_alternatives.FormerWhole(alternatives, place, keyword) is { } whole)
        {
            former.Join(place, whole);
        }

        bool isOnlyKeyword = schema.OneOf.Count < 2 || schema.AnyOf.Count < 2;
        JsonSchema? open = OpenEnums.EnumOf(alternatives, targets);
        foreach ((JsonSchema alternative, string own) in _alternatives.Of(alternatives, place, keyword, isOnlyKeyword))
        {
            Visit(alternative, own);
            if (ReferenceEquals(alternative, open) && _enums.WasClosed(place, own))
            {
                VisitFormer(alternative, place);
            }
        }
    }

    /// <summary>
    /// Visits a part at the place of the whole. A component that the whole extends has a place of its own, also if the part wraps the reference to it.
    /// The author can have made this component of some of the members.
    /// </summary>
    private void VisitPart(JsonSchema part, string place, bool isOnly)
    {
        if (isOnly || !targets.LayersOf(part).Any(layer => layer.Reference is not null || roots.Contains(layer)))
        {
            Visit(part, place);
        }
        else
        {
            former.Join(place, targets.Meant(part));
        }
    }

    private static string Within(string place, string part) => place + "/" + LockKey.Token(part);
}
