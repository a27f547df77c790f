using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>A key and its value. The source of the key is set if an overlay added it to the mapping.</summary>
internal readonly record struct SpecEntry(string Key, SpecPosition KeyPosition, SpecNode Value, SpecSource? KeySource = null)
{
    public bool IsExtension => ExtensionKey.Is(Key);
}

/// <summary>A mapping with unique keys, in the order of the text.</summary>
internal sealed class SpecMapping : SpecNode
{
    /// <summary>The number of entries from which a lookup by hash is faster than a search.</summary>
    private const int IndexedFrom = 9;

    private readonly UnreadChildren? _unread;
    private SpecEntry[]? _entries;
    private Dictionary<string, SpecNode>? _index;

    public SpecMapping(SpecSource source, SpecPosition position, SpecEntry[] entries)
        : base(source, position)
    {
        _entries = entries;
        Weight = 1;
        foreach (SpecEntry entry in entries)
        {
            Weight = Sum(Weight, entry.Value.Weight);
        }
    }

    /// <summary>Initializes a new instance whose entries are read when they are first asked for.</summary>
    public SpecMapping(SpecSource source, SpecPosition position, UnreadChildren unread)
        : base(source, position)
    {
        _unread = unread;
        Weight = unread.Weight;
    }

    public IReadOnlyList<SpecEntry> Entries => Own;

    public override int Weight { get; }

    private SpecEntry[] Own => _entries ??= _unread!.ReadEntries();

    /// <summary>Returns whether the mapping, or one at any depth within it, may have a key. A mapping that is not read in part may have any.</summary>
    public bool MayContainKey(string key) => _unread?.MayHaveKey(key) ?? true;

    public SpecNode? this[string key]
    {
        get
        {
            SpecEntry[] entries = Own;
            if (entries.Length < IndexedFrom)
            {
                foreach (SpecEntry entry in entries)
                {
                    if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                    {
                        return entry.Value;
                    }
                }

                return null;
            }

            _index ??= Index(entries);
            return _index.TryGetValue(key, out SpecNode? value) ? value : null;
        }
    }

    private static Dictionary<string, SpecNode> Index(SpecEntry[] entries)
    {
        Dictionary<string, SpecNode> index = new(entries.Length, StringComparer.Ordinal);
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            // The entries are added in reverse, so that the first of two equal keys is found, as in a search.
            index[entries[i].Key] = entries[i].Value;
        }

        return index;
    }

    /// <summary>Returns the place of a key, which is the best place to report a fault of its entry.</summary>
    public SpecLocation KeyLocation(string key)
    {
        foreach (SpecEntry entry in Own)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                return KeyLocation(entry);
            }
        }

        return Location;
    }

    public SpecLocation KeyLocation(SpecEntry entry) => entry.KeyPosition.In(entry.KeySource ?? Source);
}
