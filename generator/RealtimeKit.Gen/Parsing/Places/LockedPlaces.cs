using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>The names that a names file gives to the places of schemas.</summary>
internal sealed class LockedPlaces
{
    private readonly HashSet<string> _live = new(StringComparer.Ordinal);
    private readonly HashSet<string> _components = new(StringComparer.Ordinal);
    private ILookup<string, string>? _byName;

    public LockedPlaces(SpecDocument document, NameLock names, SchemaReading reading)
    {
        Names = names;
        Places = names.IsOn ? new SchemaPlaces(document, new LockedContents(names), reading) : SchemaPlaces.None;
        if (!names.IsOn)
        {
            return;
        }

        _components.UnionWith(document.ComponentKeys.Select(component => KeyOfComponent(component.Key)));
        HashSet<string> places = new(Places.All.Concat(Places.References.Keys), StringComparer.Ordinal);
        _live.UnionWith(names.Entries
            .Where(entry => !_components.Contains(entry.Key) && IsLive(entry.Key, LockKey.PlaceOf(entry.Key)))
            .Select(static entry => entry.Name));
        _live.UnionWith(new LockedOwners(names, RootPlaces.OperationsOf(document).Values, IsOwner).Names);

        // A form is at its place also if its schema is a component now.
        bool IsLive(string key, string place) =>
            places.Contains(place) && (LockKey.IsOfForm(key) || (LockKey.IsOfType(key) && !Places.References.ContainsKey(place)));

        bool IsOwner(string place) => places.Contains(place) || _components.Contains(Key(place));
    }

    public NameLock Names { get; }

    public SchemaPlaces Places { get; }

    /// <summary>Gets the names of types that are not components and still have one of their places. No other type can have them.</summary>
    public IReadOnlyCollection<string> Live => _live;

    /// <summary>Returns the places where the file has a type, or a form, of a name, sorted.</summary>
    public IEnumerable<string> PlacesOf(string name) => (_byName ??= Names.Entries
        .Where(static entry => LockKey.IsOfType(entry.Key))
        .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
        .ToLookup(static entry => entry.Name, static entry => LockKey.PlaceOf(entry.Key), StringComparer.Ordinal))[name];

    public static string Key(string place) => LockKind.Type + " " + place;

    public static string KeyOfForm(string place) => LockKind.Form + " " + place;

    public string KeyOfComponent(string canonical) => Key(Places.OfReference(canonical));

    /// <summary>Returns whether a key is that of a component. Its type can be one that an inline schema shares with others.</summary>
    public bool IsOfComponent(string key) => _components.Contains(key);

    /// <summary>
    /// Returns the key of the entry for a component: that of its type, that of its form if only forms use it, or that of a twin if the
    /// component is new.
    /// </summary>
    public string EntryOfComponent(string canonical)
    {
        string key = OwnEntry(canonical);
        return Names.Find(key) is not null
            ? key
            : Places.TwinsOf(canonical).Select(OwnEntry).FirstOrDefault(entry => Names.Find(entry) is not null) ?? key;
    }

    private string OwnEntry(string canonical)
    {
        string key = KeyOfComponent(canonical);
        string form = KeyOfForm(Places.OfReference(canonical));
        return Names.Find(key) is null && Names.Find(form) is not null ? form : key;
    }

    /// <summary>Returns the name that the file gives to the type of a schema at the first of its places, or null.</summary>
    public string? NameOf(JsonSchema schema) => NameOf(schema, Key, static _ => true);

    /// <summary>Returns the name that the file gives to a schema at the first of some of its places, or null.</summary>
    /// <param name="keyOf">Returns the key of the type, or of the form, at a place.</param>
    /// <param name="counts">Returns whether a place counts.</param>
    public string? NameOf(JsonSchema schema, Func<string, string> keyOf, Func<string, bool> counts) => !Names.IsOn ? null : Places.Of(schema)
        .Where(counts)
        .Select(keyOf)
        .OrderBy(static key => key, StringComparer.Ordinal)
        .Select(Names.Find)
        .FirstOrDefault(static name => name is not null);

    /// <summary>
    /// Returns the names of inline schemas that the author has replaced by references, by the schemas that the references lead
    /// to. Such a component keeps the name, unless it has its own in the file, or that of a component that refers to it.
    /// </summary>
    public ILookup<JsonSchema, string> Replaced()
    {
        (string Place, JsonSchema Schema, string? Name)[] named = Places.References
            .OrderBy(static reference => reference.Key, StringComparer.Ordinal)
            .Select(reference => (Place: reference.Key, Schema: reference.Value, Name: Names.Find(Key(reference.Key))))
            .Where(reference => reference.Name is { } name && !_live.Contains(name))
            .ToArray();
        HashSet<JsonSchema> successors = [.. named.Where(static one => TargetPlaces.IsOfComponent(one.Place)).Select(static one => one.Schema)];
        return named
            .Where(one => TargetPlaces.IsOfComponent(one.Place) || !successors.Contains(one.Schema))
            .ToLookup(static one => one.Schema, static one => one.Name!);
    }
}
