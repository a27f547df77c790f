using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Locking;

/// <summary>
/// The names of a client that its names file keeps, and all names that are assigned in this run. Without a names file, it does
/// nothing.
/// </summary>
internal sealed class NameLock
{
    /// <summary>The lock of a client without a names file.</summary>
    public static readonly NameLock Off = new();

    private readonly Dictionary<string, LockEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _assigned = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excused = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unusable = new(StringComparer.Ordinal);
    private readonly List<string> _doubtful = [];
    private readonly DiagnosticBag? _diagnostics;
    private ILookup<string, LockEntry>? _within;

    /// <param name="file">The text of the names file, or null if it does not exist yet.</param>
    public NameLock(SpecSource? file, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _entries = file is null ? _entries : new LockReader(file, diagnostics).Read();
    }

    private NameLock()
    {
    }

    public bool IsOn => _diagnostics is not null;

    public IEnumerable<LockEntry> Entries => _entries.Values;

    /// <summary>Gets the entries for the names that are assigned in this run, sorted.</summary>
    public IReadOnlyList<LockLine> Lines => _assigned
        .Select(static pair => new LockLine(pair.Key, pair.Value))
        .OrderBy(static line => line.Key, StringComparer.Ordinal)
        .ToArray();

    /// <summary>Returns the name that is locked for a part of the document, or null.</summary>
    public string? Find(string key) => _entries.TryGetValue(key, out LockEntry? entry) ? entry.Name : null;

    /// <summary>Returns the name that is locked for the type of a component, or for its form if only forms use it, or null.</summary>
    /// <param name="reference">The reference to the component within the document, as OpenAPI 3 writes it.</param>
    public string? FindComponent(string reference) => Find(LockKey.Of(LockKind.Type, reference)) ?? Find(LockKey.Of(LockKind.Form, reference));

    /// <summary>Returns the entries whose keys have one more text than this key.</summary>
    public IEnumerable<LockEntry> Within(string key)
    {
        _within ??= _entries.Values.ToLookup(static entry => entry.Key.Substring(0, entry.Key.LastIndexOf(' ')), StringComparer.Ordinal);
        return _within[key];
    }

    /// <summary>Returns whether a part of the document has the name that is locked for it.</summary>
    public bool IsLocked(string key) => _assigned.TryGetValue(key, out string? name) && Find(key) == name;

    /// <summary>Takes the name that is locked for a part of the document, or reports that it is taken.</summary>
    /// <returns>The name, or null if there is none that can be used.</returns>
    public string? Take(NameScope scope, string key)
    {
        if (Find(key) is not { } name)
        {
            return null;
        }

        if (scope.TryTake(name))
        {
            return name;
        }

        ReportUnusable(key, "another name or a member of the emitted code is called so");
        return null;
    }

    /// <summary>Assigns names as the scope does, after the names that are locked.</summary>
    /// <param name="keyOf">Returns the key of a part of the document.</param>
    /// <param name="others">Names that are locked elsewhere and that no other part can have.</param>
    public IReadOnlyDictionary<string, string> Assign(
        NameScope scope,
        IReadOnlyList<WantedName> wanted,
        Func<WantedName, string> keyOf,
        IEnumerable<string>? others = null)
    {
        if (!IsOn)
        {
            return scope.Assign(wanted);
        }

        Dictionary<string, string> assigned = new(StringComparer.Ordinal);
        foreach (WantedName name in wanted.OrderBy(static name => name.Key, StringComparer.Ordinal))
        {
            if (Take(scope, keyOf(name)) is { } locked)
            {
                assigned[name.Key] = locked;
            }
        }

        foreach (string other in others ?? [])
        {
            scope.TryTake(other);
        }

        foreach (KeyValuePair<string, string> free in scope.Assign(wanted.Where(name => !assigned.ContainsKey(name.Key)).ToArray()))
        {
            assigned.Add(free.Key, free.Value);
        }

        foreach (WantedName name in wanted)
        {
            Record(keyOf(name), assigned[name.Key]);
        }

        return assigned;
    }

    /// <summary>Adds a name that is emitted. The first name of a key counts.</summary>
    public void Record(string key, string name)
    {
        if (IsOn && !_assigned.ContainsKey(key))
        {
            _assigned.Add(key, name);
        }
    }

    /// <summary>Removes the members of types that are not emitted.</summary>
    public void KeepMembersOf(IEnumerable<string> types)
    {
        if (!IsOn)
        {
            return;
        }

        HashSet<string> emitted = new(types, StringComparer.Ordinal);
        foreach (string key in _assigned.Keys.ToArray())
        {
            string[] tokens = key.Split(' ');
            if (tokens[0] is LockKind.Property or LockKind.Value or LockKind.Case && !emitted.Contains(tokens[1]))
            {
                _assigned.Remove(key);
            }
        }
    }

    /// <summary>Adds entries that had an effect although their parts of the document have moved.</summary>
    public void Excuse(IEnumerable<string> keys) => _excused.UnionWith(keys);

    /// <summary>Notes an entry with the name of another entry, which both have if their types are one.</summary>
    public void Doubt(string key) => _doubtful.Add(key);

    /// <summary>Reports the noted entries whose parts of the document have got another name.</summary>
    public void ReportDoubtful()
    {
        foreach (string key in _doubtful.Where(key => _assigned.ContainsKey(key) && !IsLocked(key)))
        {
            ReportUnusable(key, "another type or a part of the emitted code is called so");
        }
    }

    public void ReportUnusable(string key, string why)
    {
        if (_entries.TryGetValue(key, out LockEntry? entry) && _unusable.Add(key))
        {
            _diagnostics?.Add(Descriptors.LockedNameUnusable, entry.Location, entry.Key, entry.Name, why);
        }
    }

    /// <summary>Reports the entries that no name of this run has, and the names that no entry has.</summary>
    /// <param name="path">The path of the names file.</param>
    public void ReportDifferences(string path)
    {
        foreach (LockEntry stale in _entries.Values
            .Where(entry => !_assigned.ContainsKey(entry.Key) && !_excused.Contains(entry.Key))
            .OrderBy(static entry => entry.Location.Line))
        {
            _diagnostics?.Add(Descriptors.LockStale, stale.Location, stale.Key, stale.Name);
        }

        LockLine[] missing = Lines.Where(line => !_entries.ContainsKey(line.Key)).ToArray();
        if (missing.Length > 0)
        {
            _diagnostics?.Add(Descriptors.LockIncomplete, new SpecLocation(path, 0, 0, 0, 0), missing.Length.Invariant(), missing[0].Key, missing[0].Name);
        }
    }
}
