using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Assigns the keys of types. All components get their names before parsing, even if they are not selected, so that a filter
/// renames nothing, and the name is the key. The key of an inline schema is the path from its owner (<see cref="TypeKey"/>).
/// </summary>
internal sealed class TypeNames
{
    private readonly NameScope _scope;
    private readonly SchemaIndex _index;
    private readonly IReadOnlyDictionary<string, string> _components;
    private readonly HashSet<string> _unused;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _split = new(StringComparer.Ordinal);
    private readonly InlineNames _inline;

    /// <summary>The number of schemas that ask for one key from one place.</summary>
    private readonly Dictionary<(string Wanted, string Path), int> _twins = [];
    private readonly LockedPlaces _places;
    private readonly Dictionary<string, string> _byName;
    private readonly (SchemaKey Component, string Wanted)[] _changed;

    /// <param name="wantedNames">The names that the components ask for.</param>
    /// <param name="places">The names that types keep.</param>
    public TypeNames(
        SpecDocument document,
        IReadOnlyDictionary<string, string> wantedNames,
        SharedSchemas shared,
        LockedPlaces places,
        IEnumerable<string> reserved)
    {
        _places = places;
        SchemaIndex index = document.Schemas;
        SchemaKey[] components = document.ComponentKeys.Where(static component => component.TwinOf is null).ToArray();
        _index = index;
        _scope = new NameScope(reserved, isOfTypes: true);
        IReadOnlyDictionary<string, string> locked = places.Names.IsOn ? Locked(components) : new Dictionary<string, string>();
        IReadOnlyDictionary<string, string> free = _scope.Assign(components
            .Where(component => !locked.ContainsKey(component.Key))
            .Select(component => new WantedName(component.Key, component.Name, wantedNames[component.Key], component.GivenName is not null))
            .ToArray());
        Dictionary<string, string> names = locked.Concat(free).ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        _byName = places.Names.IsOn ? names.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal) : [];
        AddTwins(names, document.ComponentKeys);
        _components = names;
        _inline = new InlineNames(index, document.Holders, shared, _scope);
        _unused = new HashSet<string>(_components.Values.Concat(_inline.Names), StringComparer.Ordinal);
        _changed = components
            .Where(component => !locked.ContainsKey(component.Key) && names[component.Key] != wantedNames[component.Key])
            .Select(component => (component, wantedNames[component.Key]))
            .ToArray();
    }

    /// <summary>Returns the key of a schema's type.</summary>
    /// <param name="hint">The key of an inline schema, from its place.</param>
    public string NameOf(JsonSchema actual, string hint)
    {
        if (_index.OriginOf(actual) is not { Name: not null } origin)
        {
            return Take(hint);
        }

        if (!_components.TryGetValue(origin.Key, out string? component))
        {
            return Take(PointedKey(origin), origin.Key);
        }

        _unused.Remove(component);
        return component;
    }

    /// <summary>Returns the key with which the keys of a schema's inline types begin, or null if it has no name.</summary>
    public string? OwnerKey(JsonSchema actual) =>
        _index.OriginOf(actual) is { Name: not null } origin
            ? _components.TryGetValue(origin.Key, out string? component) ? component : PointedKey(origin)
            : _inline.Of(actual);

    /// <summary>Reports the components that do not have the names that they ask for.</summary>
    /// <param name="drafts">The types with their names.</param>
    public void ReportChanged(IEnumerable<TypeDraft> drafts, DiagnosticBag diagnostics)
    {
        if (_changed.Length == 0)
        {
            return;
        }

        // With a names file, the name can belong to a component to which this one only refers now, or to a part of this one.
        ILookup<string, TypeDraft>? owned = _places.Names.IsOn ? drafts.ToLookup(static draft => TypeKey.Root(draft.Key), StringComparer.Ordinal) : null;
        ILookup<string, JsonSchema> byKey = Reached();
        foreach ((SchemaKey component, string wanted) in _changed.Where(changed =>
            owned?[_components[changed.Component.Key]] is not { } own || (own.Any() && own.All(draft => draft.Name != changed.Wanted))))
        {
            JsonSchema? schema = byKey[component.Key].FirstOrDefault();
            ChangedName.Report(
                diagnostics,
                schema is null ? component.Location : _index.LocationOf(schema),
                component.Name,
                component.GivenName,
                _components[component.Key],
                $"another name already produces {wanted}");
        }
    }

    /// <summary>Reports the responses, requests and parameters of the components that do not give their schemas their names.</summary>
    /// <param name="drafts">The types with their names.</param>
    public void ReportUnnamed(IEnumerable<TypeDraft> drafts, DiagnosticBag diagnostics) =>
        _inline.ReportChanged(drafts, draft => _places.NameOf(draft.Schema) == draft.Name, _index, diagnostics);

    /// <summary>Returns whether the names file keeps the name for a form or a type that is not a component, and no other part has it.</summary>
    public bool IsKept(string name) => _kept.Contains(name);

    /// <summary>Keeps a name for a type that is not a component, if nothing else has it, or only a component without a type.</summary>
    public bool TryKeep(string name) => (_scope.TryTake(name) || _unused.Remove(name)) && _kept.Add(name);

    /// <summary>Returns whether the names file has a component as one type with another one, which has the name now.</summary>
    /// <param name="entry">The key of the entry for the component.</param>
    public bool IsSplit(string entry) => _split.Contains(entry);

    /// <summary>Returns whether the key is the name of a component.</summary>
    public bool IsComponent(TypeDraft draft) =>
        _index.OriginOf(draft.Schema) is { Name: not null } origin && _components.TryGetValue(origin.Key, out string? name) && name == draft.Key;

    /// <summary>With a names file, returns the reference of the component whose types have the key, or null.</summary>
    public string? ComponentOf(string key) => _byName.TryGetValue(key, out string? component) ? component : null;

    /// <summary>Reserves a name for the next schema that asks for it.</summary>
    /// <returns>Whether the name is free.</returns>
    public bool TryReserve(string name) => _scope.TryTake(name) && _unused.Add(name);

    /// <summary>Takes a name that the author gives, if it is free, or if the names file keeps it for this schema.</summary>
    public bool TryTakeGiven(string name, JsonSchema actual) => _scope.TryTake(name) || (_places.NameOf(actual) == name && _given.Add(name));

    /// <summary>Takes a name for an inline type, if neither a component nor a class of the client has it.</summary>
    public bool TryTake(string name) => !UnionMembers.Names.Contains(name, StringComparer.Ordinal) && _scope.TryTake(name);

    /// <summary>Takes the name of a component that is not a type itself.</summary>
    public bool TryTakeUnused(string name) => _unused.Remove(name);

    /// <summary>Takes the name with the first free number.</summary>
    public string TakeNumbered(string name) => _scope.TakeNumbered(name);

    /// <summary>Returns a key for a type that is not a component.</summary>
    public string Take(string wanted) => Take(wanted, wanted);

    /// <summary>
    /// Takes the names of the names file: those of components, those of inline types that still exist, and those of inline
    /// schemas that have become components.
    /// </summary>
    private Dictionary<string, string> Locked(IReadOnlyList<SchemaKey> components)
    {
        Dictionary<string, string> locked = new(StringComparer.Ordinal);
        Dictionary<string, SchemaKey> holders = new(StringComparer.Ordinal);
        ILookup<string, JsonSchema> reached = Reached();

        // A component that nothing reaches is not emitted. It takes no name from one that is.
        foreach (SchemaKey component in components
            .OrderBy(component => reached.Contains(component.Key) ? 0 : 1)
            .ThenBy(static component => component.Key, StringComparer.Ordinal))
        {
            string entry = _places.EntryOfComponent(component.Key);
            if (_places.Names.Find(entry) is { } shared && holders.TryGetValue(shared, out SchemaKey? first))
            {
                // Two components that wrap equal schemas are one type. The first has its name, also if they are not equal any more.
                IEnumerable<JsonSchema> both = reached[first.Key].Concat(reached[component.Key]);
                if (TwinNames.Are(first.Name, component.Name) || both.All(schema => MeantSchemas.IsWrapper(schema, _index)))
                {
                    _split.Add(entry);
                }
                else
                {
                    _places.Names.Doubt(entry);
                }
            }
            else if (_places.Names.Take(_scope, entry) is { } name)
            {
                locked[component.Key] = name;
                holders[name] = component;
                _kept.UnionWith(LockKey.IsOfForm(entry) ? [name] : []);
            }
        }

        _kept.UnionWith(_places.Live.Where(_scope.TryTake));

        HashSet<string> keys = [.. components.Select(static component => component.Key)];
        foreach (IGrouping<JsonSchema, string> replaced in _places.Replaced())
        {
            string key = _index.OriginOf(replaced.Key)!.Key;
            if (keys.Contains(key) && !locked.ContainsKey(key) && replaced.FirstOrDefault(_scope.TryTake) is { } name)
            {
                locked[key] = name;
            }
        }

        return locked;
    }

    /// <summary>Returns the schemas that the client needs and that references name, by the references.</summary>
    private ILookup<string, JsonSchema> Reached() => _index.Origins
        .Where(static origin => origin.Value.Key.Length > 0)
        .ToLookup(static origin => origin.Value.Key, static origin => origin.Key, StringComparer.Ordinal);

    /// <summary>Adds the components that differ from another one only in null. They have its type, and so its name.</summary>
    private static void AddTwins(Dictionary<string, string> names, IReadOnlyList<SchemaKey> components)
    {
        foreach (SchemaKey twin in components.Where(twin => twin.TwinOf is not null && names.ContainsKey(twin.TwinOf)))
        {
            names[twin.Key] = names[twin.TwinOf!];
        }
    }

    private string Take(string wanted, string path)
    {
        // If a component only wraps this inline schema, for example as nullable, the inline schema gets its name.
        if (path == wanted && _unused.Remove(wanted))
        {
            return wanted;
        }

        // A names file contains the twin, so it may not depend on the name of the component or operation in C#.
        string distinct = path == wanted && TypeKey.Root(wanted) is var root && root.Length < wanted.Length ? wanted.Substring(root.Length) : path;
        string key = wanted;
        _twins.TryGetValue((wanted, path), out int count);
        while (!_scope.TryTake(key))
        {
            key = TypeKey.Twin(wanted, count == 0 ? distinct : distinct + " " + count.Invariant());
            count++;
        }

        _twins[(wanted, path)] = count;
        return key;
    }

    /// <summary>
    /// Returns the key of a schema that is referenced within a component. It is the key that the schema has in its place.
    /// </summary>
    private string PointedKey(SchemaOrigin origin)
    {
        string[] parts = PointerName.Parts(origin.Key).ToArray();
        return parts.Skip(1).Aggregate(
            ComponentAround(origin.Key) ?? Identifier.Pascal(parts.FirstOrDefault() ?? ""),
            static (owner, part) => part is "item" or "value" ? TypeKey.Part(owner, part) : TypeKey.Member(owner, Identifier.Pascal(part)));
    }

    /// <summary>Returns the name of the component that contains what a reference points to, or null.</summary>
    private string? ComponentAround(string pointer)
    {
        for (int end = pointer.IndexOf('/'); end >= 0; end = pointer.IndexOf('/', end + 1))
        {
            if (_components.TryGetValue(pointer.Substring(0, end), out string? name))
            {
                return name;
            }
        }

        return null;
    }
}
