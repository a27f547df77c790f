using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the names that a names file keeps for types. A type keeps its name as long as one of its places in the document has it
/// in the file. If a shared type is split, the type of the first place in the file keeps the name, unless only that of another place is still a
/// record, an enum, a union or a tuple as before.
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
    private readonly TypePlaces _places = new(places, shared, implied, index);

    /// <summary>Adds a schema that was resolved, and whose type has the key.</summary>
    public void Declare(string key, JsonSchema schema)
    {
        if (_names.IsOn)
        {
            _places.Declare(key, schema);
        }
    }

    /// <summary>Adds the key that a type has in a further owner, if it is a choice among schemas of several places.</summary>
    public void NoteOwner(TypeDraft draft, string key)
    {
        if (_names.IsOn && key != draft.Key && _places.IsOfChoices(draft))
        {
            _owners.Add(draft.Key, key);
        }
    }

    /// <summary>Adds the places that a schema has in the names file to the type that it was resolved to.</summary>
    public void NoteUse(JsonSchema schema, string key)
    {
        if (_names.IsOn)
        {
            _places.NoteUse(schema, key);
        }
    }

    /// <summary>Gives the places of a type to the one that stands for it.</summary>
    public void Join(string key, string standIn)
    {
        if (_names.IsOn)
        {
            _places.Join(key, standIn);
            _owners.Join(key, standIn);
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
        if (!_names.IsOn || _places.KeysOf(component).Any(key => _names.Find(key) is not null))
        {
            return false;
        }

        return drafts.Any(draft => TypePlaces.KindOf(draft) == LockKind.Form && _places.KeysOf(draft).Any(key => _names.Find(key) == component.Key));
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
        Dictionary<string, TypeDraft> owners = _places.OwnersOf(drafts);
        HashSet<TypeDraft> heirs = new TypeHeirs(places, _places).Of(drafts, components, owners);
        HashSet<TypeDraft> named = [.. components.Where(component => !heirs.Contains(component))];
        HashSet<string> keys = new(drafts.Select(static draft => draft.Key), StringComparer.Ordinal);
        foreach ((TypeDraft draft, string key, string name) in (heirs.Count > 0 ? _places.OwnersOf(drafts) : owners)
            .Select(owner => (Draft: owner.Value, owner.Key, Name: _names.Find(owner.Key)))
            .Where(entry => entry.Name is not null && !named.Contains(entry.Draft) && !types.IsSplit(entry.Key))
            .OrderBy(entry => _places.IsOfOtherKind(entry.Draft, entry.Name!))
            .ThenBy(entry => heirs.Contains(entry.Draft) || _places.IsFormer(entry.Key))
            .ThenBy(static entry => !TargetPlaces.IsOfComponent(LockKey.PlaceOf(entry.Key)))
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
        bool IsSplit(string key, string name) => _places.IsFormer(key) || (keys.Contains(name) && components.All(component => component.Key != name));
    }

    /// <summary>Returns the names that are locked for a type that no schema of the document describes alone, the best first.</summary>
    /// <param name="nameOf">Returns the name of another type by its key, or null.</param>
    public IEnumerable<string> ByOwner(TypeDraft draft, Func<string, string?> nameOf) => !_names.IsOn ? [] : OwnKeys(draft, nameOf)
        .Concat(EarlierKeys(draft, nameOf))
        .Concat(_places.KeysOfChoices(draft))
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
        foreach (KeyValuePair<string, TypeDraft> owner in _places.OwnersOf(drafts))
        {
            if (_places.IsFormer(owner.Key))
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

            _names.Excuse(EarlierKeys(draft, nameOf).Concat(_places.KeysOfChoices(draft)).Where(key => _names.Find(key) == draft.Name));
        }

        _names.ReportDoubtful();
    }

    /// <summary>Returns the keys of a type by the parts of the document that contain it.</summary>
    private IEnumerable<string> OwnKeys(TypeDraft draft, Func<string, string?> nameOf) =>
        _owners.Of(draft.Key, nameOf).Select(owner => TypePlaces.KindOf(draft) + " " + owner);

    private IEnumerable<string> EarlierKeys(TypeDraft draft, Func<string, string?> nameOf) =>
        _owners.EarlierOf(draft.Key, nameOf).Select(owner => TypePlaces.KindOf(draft) + " " + owner);
}
