using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the names that a names file keeps for types. A type keeps its name as long as one of its places in the document has it
/// in the file. If a shared type is split, the type of the first place in the file keeps the name.
/// </summary>
/// <param name="types">The keys of the types.</param>
/// <param name="implied">The schemas that the document does not contain.</param>
/// <param name="operations">The texts that identify operations, by the names of their types' owner.</param>
internal sealed class LockedTypes(
    LockedPlaces places,
    SharedSchemas shared,
    TypeNames types,
    ImpliedSchemas implied,
    SchemaIndex index,
    IReadOnlyDictionary<string, string> operations)
{
    private readonly NameLock _names = places.Names;
    private readonly OwnerKeys _owners = new(places, types, operations);
    private readonly ListMap<string, JsonSchema> _declared = new(StringComparer.Ordinal);

    /// <summary>The places in the names file where each type is used, by the keys of the types.</summary>
    private readonly ListMap<string, string> _uses = new(StringComparer.Ordinal);

    /// <summary>The places in the names file of the references to each type.</summary>
    private readonly HashSet<(string Key, string Place)> _referring = [];

    /// <summary>Adds a schema that was resolved, and whose type has the key.</summary>
    public void Declare(string key, JsonSchema schema)
    {
        if (_names.IsOn)
        {
            _declared.Add(key, schema);
        }
    }

    /// <summary>Adds the key that a type has in a further owner, if it is a choice among schemas of several places.</summary>
    public void NoteOwner(TypeDraft draft, string key)
    {
        if (_names.IsOn && key != draft.Key && implied.ChoicesOf(draft.Schema).Count > 1)
        {
            _owners.Add(draft.Key, key);
        }
    }

    /// <summary>Adds the places that a schema has in the names file to the type that it was resolved to.</summary>
    public void NoteUse(JsonSchema schema, string key)
    {
        if (!_names.IsOn)
        {
            return;
        }

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

    /// <summary>Adds the name in the document of the property or parameter whose type has the key.</summary>
    public void NoteMember(string key, string wireName)
    {
        if (_names.IsOn)
        {
            _owners.NoteMember(key, wireName);
        }
    }

    /// <summary>Returns whether the name of a component belongs to its form, because no other type of it was emitted before.</summary>
    public bool IsFormsName(TypeDraft component, IReadOnlyCollection<TypeDraft> drafts)
    {
        if (!_names.IsOn || KeysOf(component).Any(key => _names.Find(key) is not null))
        {
            return false;
        }

        return drafts.Any(draft => KindOf(draft) == LockKind.Form && KeysOf(draft).Any(key => _names.Find(key) == component.Key));
    }

    /// <summary>Returns the names of types that are locked by place, by the keys of the types.</summary>
    /// <param name="components">The types whose names are those of components, which have them already.</param>
    /// <param name="isKept">Returns whether a name is kept for a type that is not a component.</param>
    /// <param name="tryKeep">Keeps a name for a type, if nothing else has it.</param>
    public IEnumerable<(string Key, string Name)> ByPlace(
        IReadOnlyCollection<TypeDraft> drafts,
        IReadOnlyCollection<TypeDraft> components,
        Func<string, bool> isKept,
        Func<string, bool> tryKeep)
    {
        if (!_names.IsOn)
        {
            yield break;
        }

        HashSet<string> claimed = new(StringComparer.Ordinal);
        List<(string Key, TypeDraft Draft, string Name)> unusable = [];
        Dictionary<string, string> done = new(StringComparer.Ordinal);
        Dictionary<string, TypeDraft> owners = OwnersOf(drafts);
        HashSet<TypeDraft> heirs = HeirsOf(drafts, components, owners);
        HashSet<TypeDraft> named = [.. components.Where(component => !heirs.Contains(component))];
        HashSet<string> keys = new(drafts.Select(static draft => draft.Key), StringComparer.Ordinal);
        foreach ((TypeDraft draft, string key, string name) in (heirs.Count > 0 ? OwnersOf(drafts) : owners)
            .Select(owner => (Draft: owner.Value, owner.Key, Name: _names.Find(owner.Key)))
            .Where(entry => entry.Name is not null && !named.Contains(entry.Draft) && !types.IsSplit(entry.Key))
            .OrderBy(entry => heirs.Contains(entry.Draft) || IsFormer(entry.Key))
            .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => (entry.Draft, entry.Key, entry.Name!)))
        {
            bool isDone = done.TryGetValue(draft.Key, out string? given);
            bool isFree = isKept(name) || name == draft.Key || given == name || (places.IsOfComponent(key) && !keys.Contains(name)) || tryKeep(name);
            if (!isFree || (draft is UnionDraft && UnionMembers.Names.Contains(name, StringComparer.Ordinal)))
            {
                unusable.Add((key, draft, name));
            }
            else if (!isDone && claimed.Add(name))
            {
                done.Add(draft.Key, name);
                yield return (draft.Key, name);
            }
        }

        foreach ((string key, _, _) in unusable
            .Where(entry => !IsSplit(entry.Key, entry.Name) && !(done.TryGetValue(entry.Draft.Key, out string? given) && given == entry.Name)))
        {
            _names.ReportUnusable(key, "another type or a part of the emitted code is called so");
        }

        // Another part of the type has the name: a component that only wraps an inline schema, or the type that is left at a former place.
        bool IsSplit(string key, string name) => IsFormer(key) || (keys.Contains(name) && components.All(component => component.Key != name));
    }

    /// <summary>
    /// Returns the new components that are used where the names file has another type, which no longer exists: the author has made a
    /// component of its schema. They get these places.
    /// </summary>
    private HashSet<TypeDraft> HeirsOf(IEnumerable<TypeDraft> drafts, IEnumerable<TypeDraft> components, Dictionary<string, TypeDraft> owners)
    {
        HashSet<TypeDraft> heirs = [];
        List<(string, JsonSchema)> inherited = [];
        foreach (TypeDraft component in components
            .Concat(drafts.Where(static draft => KindOf(draft) == LockKind.Form))
            .Where(component => !IsLocked(component)))
        {
            foreach (string place in _uses[component.Key].Distinct(StringComparer.Ordinal).Where(place => IsFree(KindOf(component) + " " + place, component)))
            {
                heirs.Add(component);
                inherited.Add((place, component.Schema));
            }
        }

        if (heirs.Count > 0)
        {
            places.Places.AddFormer(inherited);
        }

        return heirs;

        bool IsFree(string key, TypeDraft component) =>
            _names.Find(key) is not null && (!owners.TryGetValue(key, out TypeDraft? owner) || owner == component);
    }

    private bool IsFormer(string key) => places.Places.IsFormer(key.Substring(key.IndexOf(' ') + 1));

    /// <summary>Returns whether the names file has the type at one of the places where it still is.</summary>
    private bool IsLocked(TypeDraft draft) =>
        PlacesOf(draft).Any(place => !places.Places.IsFormer(place) && _names.Find(KindOf(draft) + " " + place) is not null);

    /// <summary>Returns the names that are locked for a type that no schema of the document describes alone, the best first.</summary>
    /// <param name="nameOf">Returns the name of another type by its key, or null.</param>
    public IEnumerable<string> ByOwner(TypeDraft draft, Func<string, string?> nameOf) => !_names.IsOn ? [] : OwnKeys(draft, nameOf)
        .Concat(KeysOfChoices(draft))
        .Select(_names.Find)
        .OfType<string>();

    /// <summary>Adds the names of the emitted types to the new text of the file.</summary>
    public void Record(IEnumerable<TypeDraft> emitted, Func<string, string?> nameOf)
    {
        if (!_names.IsOn)
        {
            return;
        }

        TypeDraft[] drafts = emitted.ToArray();
        HashSet<TypeDraft> recorded = [];
        foreach (KeyValuePair<string, TypeDraft> owner in OwnersOf(drafts))
        {
            if (IsFormer(owner.Key))
            {
                _names.Excuse([owner.Key]);
            }
            else
            {
                recorded.Add(owner.Value);
                _names.Record(owner.Key, owner.Value.Name);
            }
        }

        foreach (TypeDraft draft in drafts.Where(draft => !recorded.Contains(draft)))
        {
            foreach (string key in OwnKeys(draft, nameOf))
            {
                _names.Record(key, draft.Name);
            }

            _names.Excuse(KeysOfChoices(draft).Where(key => _names.Find(key) == draft.Name));
        }

        _names.ReportDoubtful();
    }

    /// <summary>
    /// Returns the type of each place. Several types can have schemas there: a part of an <c>allOf</c> has the place of the whole, and can
    /// share its type with a schema elsewhere. The place belongs to the schema that was resolved there, the whole before a part.
    /// </summary>
    private Dictionary<string, TypeDraft> OwnersOf(IEnumerable<TypeDraft> drafts)
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

    private IEnumerable<(string Key, TypeDraft Draft, int Rank)> ClaimsOf(TypeDraft draft)
    {
        foreach (JsonSchema schema in SchemasOf(draft))
        {
            foreach (JsonSchema alike in shared.With(schema))
            {
                bool isResolved = ReferenceEquals(alike, schema);
                foreach (string place in PlacesOf(alike))
                {
                    bool isWhole = MeantSchemas.IsOrWraps(places.Places.WholeAt(place), alike, index);
                    if (isResolved || (isWhole && KindOf(draft) != LockKind.Form))
                    {
                        // Several forms can have the schema of one component. A place is that of the form to which it refers.
                        bool isReferred = places.Places.IsFormer(place) && _referring.Contains((draft.Key, place));
                        yield return (KindOf(draft) + " " + place, draft, isReferred ? 0 : !isResolved ? 3 : isWhole ? 1 : 2);
                    }
                }
            }
        }
    }

    private IEnumerable<string> KeysOf(TypeDraft draft) => PlacesOf(draft).Select(place => KindOf(draft) + " " + place);

    private IEnumerable<string> PlacesOf(TypeDraft draft) =>
        SchemasOf(draft).SelectMany(shared.With).SelectMany(PlacesOf).Distinct(StringComparer.Ordinal);

    /// <summary>Returns the places of a schema. A choice that the document implies has those that all of its schemas have.</summary>
    private IEnumerable<string> PlacesOf(JsonSchema schema) => implied.ChoicesOf(schema)
        .Select(places.Places.Of)
        .Aggregate(static (common, own) => common.Intersect(own, StringComparer.Ordinal).ToArray());

    /// <summary>Returns the keys of the places whose schemas are choices. One of them can have the name of a type that was one of them alone.</summary>
    private IEnumerable<string> KeysOfChoices(TypeDraft draft) =>
        implied.ChoicesOf(draft.Schema) is { Count: > 1 } choices
            ? choices.SelectMany(places.Places.Of).Distinct(StringComparer.Ordinal).Select(LockedPlaces.Key).OrderBy(static key => key, StringComparer.Ordinal)
            : [];

    private IReadOnlyList<JsonSchema> SchemasOf(TypeDraft draft) => _declared[draft.Key];

    /// <summary>Returns the keys of a type by the parts of the document that contain it.</summary>
    private IEnumerable<string> OwnKeys(TypeDraft draft, Func<string, string?> nameOf) =>
        _owners.Of(draft.Key, nameOf).Select(owner => KindOf(draft) + " " + owner);

    private static string KindOf(TypeDraft draft) => draft is ObjectDraft { IsForm: true } ? LockKind.Form : LockKind.Type;
}
