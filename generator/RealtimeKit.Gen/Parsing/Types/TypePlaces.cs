using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Finds the places of types in the document: where their schemas are, and where references to them are.</summary>
/// <param name="implied">The schemas that the document does not contain.</param>
internal sealed class TypePlaces(LockedPlaces places, SharedSchemas shared, ImpliedSchemas implied, SchemaIndex index)
{
    private static readonly string[] _memberKinds = [LockKind.Property, LockKind.Value, LockKind.Case];

    private readonly ListMap<string, JsonSchema> _declared = new(StringComparer.Ordinal);

    /// <summary>The places in the names file where each type is used, by the keys of the types.</summary>
    private readonly ListMap<string, string> _uses = new(StringComparer.Ordinal);

    /// <summary>The places in the names file of the references to each type.</summary>
    private readonly HashSet<(string Key, string Place)> _referring = [];

    public static string KindOf(TypeDraft draft) => draft is ObjectDraft { IsForm: true } ? LockKind.Form : LockKind.Type;

    /// <summary>Adds a schema that was resolved, and whose type has the key.</summary>
    public void Declare(string key, JsonSchema schema) => _declared.Add(key, schema);

    /// <summary>Adds the places that a schema has in the names file to the type that it was resolved to.</summary>
    public void NoteUse(JsonSchema schema, string key)
    {
        foreach (JsonSchema link in ReferenceChain.Of(schema))
        {
            foreach (string place in places.Places.LockedOf(link))
            {
                _uses.Add(key, place);
                if (link.Reference is not null)
                {
                    _referring.Add((key, place));
                }
            }
        }
    }

    /// <summary>Gives the places of a type to the one that stands for it.</summary>
    public void Join(string key, string standIn)
    {
        foreach (JsonSchema schema in _declared[key])
        {
            _declared.Add(standIn, schema);
        }

        foreach (string place in _uses[key])
        {
            _uses.Add(standIn, place);
            if (_referring.Contains((key, place)))
            {
                _referring.Add((standIn, place));
            }
        }
    }

    /// <summary>Returns the places in the names file where a type is used. The type of a case is also used where only a mapping names it.</summary>
    public IEnumerable<string> UsesOf(TypeDraft draft) =>
        _uses[draft.Key].Concat(places.Places.LockedOf(draft.Schema)).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Returns the type of each place. Several types can have schemas there: a part of an <c>allOf</c> has the place of the whole, and can
    /// share its type with a schema elsewhere. The place belongs to the schema that was resolved there, the whole before a part.
    /// </summary>
    public Dictionary<string, TypeDraft> OwnersOf(IEnumerable<TypeDraft> drafts)
    {
        Dictionary<string, TypeDraft> owners = new(StringComparer.Ordinal);
        foreach ((string key, TypeDraft draft, _) in drafts
            .SelectMany(ClaimsOf)
            .OrderBy(static claim => claim.Rank)
            .ThenBy(static claim => claim.Draft.Key, StringComparer.Ordinal))
        {
            if (!owners.ContainsKey(key))
            {
                owners.Add(key, draft);
            }
        }

        return owners;
    }

    /// <summary>Returns whether the key is that of a place whose schema was inline before, and is a component now.</summary>
    public bool IsFormer(string key) => places.Places.IsFormer(LockKey.PlaceOf(key));

    public IEnumerable<string> KeysOf(TypeDraft draft) => SchemasOf(draft)
        .SelectMany(PlacesOf)
        .Distinct(StringComparer.Ordinal)
        .Select(place => KindOf(draft) + " " + place);

    /// <summary>Returns whether a type is a choice among schemas of several places.</summary>
    public bool IsOfChoices(TypeDraft draft) => implied.ChoicesOf(draft.Schema).Count > 1;

    /// <summary>Returns the keys of the places whose schemas are choices. One of them can have the name of a type that was one of them alone.</summary>
    public IEnumerable<string> KeysOfChoices(TypeDraft draft) => !IsOfChoices(draft) ? [] : implied.ChoicesOf(draft.Schema)
        .SelectMany(places.Places.Of)
        .Distinct(StringComparer.Ordinal)
        .Select(LockedPlaces.Key)
        .OrderBy(static key => key, StringComparer.Ordinal);

    /// <summary>
    /// Returns whether the names file has a type of another kind with a name: a record, an enum or a union, as its members show. A tuple has none.
    /// </summary>
    public bool IsOfOtherKind(TypeDraft draft, string name)
    {
        string[] kinds = Array.FindAll(_memberKinds, kind => places.Names.Within(LockKey.Of(kind, name)).Any());
        return kinds.Length == 0
            ? draft is EnumDraft or UnionDraft
            : draft is TupleDraft || !kinds.Contains(draft is ObjectDraft ? LockKind.Property : draft is EnumDraft ? LockKind.Value : LockKind.Case);
    }

    private IEnumerable<(string Key, TypeDraft Draft, int Rank)> ClaimsOf(TypeDraft draft)
    {
        HashSet<JsonSchema> resolved = [.. _declared[draft.Key]];
        foreach (JsonSchema schema in SchemasOf(draft))
        {
            bool isResolved = resolved.Contains(schema);
            foreach (string place in PlacesOf(schema))
            {
                bool isWhole = MeantSchemas.IsOrWraps(places.Places.WholeAt(place), schema, index);
                if (isResolved || (isWhole && KindOf(draft) != LockKind.Form))
                {
                    // Several forms can have the schema of one component. A place is that of the form to which it refers.
                    bool isReferred = places.Places.IsFormer(place) && _referring.Contains((draft.Key, place));
                    yield return (KindOf(draft) + " " + place, draft, isReferred ? 0 : !isResolved ? 3 : isWhole ? 1 : 2);
                }
            }
        }
    }

    /// <summary>Returns the schemas of a type, each once: those that were resolved to it, and those that share a type with one of them.</summary>
    private IEnumerable<JsonSchema> SchemasOf(TypeDraft draft) => _declared[draft.Key].Select(shared.StandIn).Distinct().SelectMany(shared.With);

    /// <summary>Returns the places of a schema. A choice that the document implies has those that all of its schemas have.</summary>
    private IEnumerable<string> PlacesOf(JsonSchema schema) => implied.ChoicesOf(schema)
        .Select(places.Places.Of)
        .Aggregate(static (common, own) => common.Intersect(own, StringComparer.Ordinal).ToArray());
}
