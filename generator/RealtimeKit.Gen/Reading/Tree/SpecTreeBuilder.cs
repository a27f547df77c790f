using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// Builds the tree from the tokens of a reader, in the order of the text. It counts nodes and levels, and handles duplicate keys.
/// Open collections are kept on an explicit stack; their children are in two growing lists, of which each collection owns the
/// end.
/// </summary>
internal sealed class SpecTreeBuilder(SpecSource source, DiagnosticBag diagnostics)
{
    private Frame[] _frames = new Frame[16];
    private SpecEntry[] _entries = new SpecEntry[256];
    private int[] _keys = new int[256];
    private SpecNode[] _items = new SpecNode[256];
    private int _entryCount;
    private int _itemCount;
    private int _nodeCount;

    // For each key of the pool: the last mapping that contains it, and the index of the entry.
    private int[] _mappingOfKey = [];
    private int[] _entryOfKey = [];
    private int _mappingCount;

    private readonly MergeKeys _merges = new(source, diagnostics);

    public TextPool Texts { get; } = new();

    public int Depth { get; private set; }

    public SpecNode? Root { get; private set; }

    public ReadFault? Fault { get; private set; }

    /// <summary>Gets whether the innermost open collection is a mapping.</summary>
    public bool IsInMapping => Depth > 0 && _frames[Depth - 1].IsMapping;

    /// <summary>Gets whether a key is expected in the innermost mapping.</summary>
    public bool IsExpectingKey => Depth > 0 && _frames[Depth - 1] is { IsMapping: true, HasKey: false };

    /// <summary>Gets the last node.</summary>
    public SpecNode? Last { get; private set; }

    /// <summary>Gets the number of levels of the last closed collection.</summary>
    public int LastHeight { get; private set; }

    public bool OpenMapping(SpecPosition position) => Open(isMapping: true, position);

    public bool OpenSequence(SpecPosition position) => Open(isMapping: false, position);

    public void Key(int key, SpecPosition position)
    {
        ref Frame frame = ref _frames[Depth - 1];
        frame.HasKey = true;
        frame.IsAtMerge = false;
        Append(key, new SpecEntry(Texts[key], position, null!));
    }

    /// <summary>Handles a YAML merge key: the entries of its value become entries of the mapping.</summary>
    public void MergeKey(SpecPosition position)
    {
        Key(Texts.Intern("<<"), position);
        _frames[Depth - 1].IsAtMerge = true;
    }

    public bool Scalar(SpecPosition position, SpecScalarKind kind, string text)
    {
        if (text.Length > ReadBudget.MaxScalarLength)
        {
            return Refuse(position, Invariant(ReadBudget.MaxScalarLength) + " characters in one scalar");
        }

        Last = new SpecScalar(source, position, kind, text);
        return Add(Last, position, height: 0);
    }

    /// <summary>Adds an existing node in a second place.</summary>
    public bool Share(SpecNode node, SpecPosition position, int height) =>
        Depth + HeightHere(node, height) > ReadBudget.MaxDepth ? RefuseDepth(position) : Add(node, position, height);

    public bool Close()
    {
        Frame frame = _frames[--Depth];
        int height = frame.Height + 1;
        if (frame.IsMapping)
        {
            if (frame.Merges is { } merges && !MergeAll(frame, merges))
            {
                return false;
            }

            int count = DropDuplicates(frame.Start);
            var entries = new SpecEntry[count];
            Array.Copy(_entries, frame.Start, entries, 0, count);
            _entryCount = frame.Start;
            Last = new SpecMapping(source, frame.Position, entries);
        }
        else
        {
            var items = new SpecNode[_itemCount - frame.Start];
            Array.Copy(_items, frame.Start, items, 0, items.Length);
            _itemCount = frame.Start;
            Last = new SpecSequence(source, frame.Position, items);
        }

        LastHeight = height;
        return Add(Last, frame.Position, height);
    }

    private void Append(int key, in SpecEntry entry)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entryCount * 2);
            Array.Resize(ref _keys, _entryCount * 2);
        }

        _keys[_entryCount] = key;
        _entries[_entryCount++] = entry;
    }

    private bool Open(bool isMapping, SpecPosition position)
    {
        if (Depth == ReadBudget.MaxDepth)
        {
            return RefuseDepth(position);
        }

        if (Depth == _frames.Length)
        {
            Array.Resize(ref _frames, Depth * 2);
        }

        _frames[Depth++] = new Frame { IsMapping = isMapping, Position = position, Start = isMapping ? _entryCount : _itemCount };
        return true;
    }

    private bool Add(SpecNode node, SpecPosition position, int height)
    {
        if (++_nodeCount > ReadBudget.MaxNodes)
        {
            return Refuse(position, Invariant(ReadBudget.MaxNodes) + " nodes");
        }

        if (Depth == 0)
        {
            Root = node;
            return true;
        }

        ref Frame frame = ref _frames[Depth - 1];
        frame.Height = Math.Max(frame.Height, HeightHere(node, height));
        if (frame.IsMapping && frame.IsAtMerge)
        {
            // The merge key is not an entry. Its value is merged when the mapping's own keys are known.
            SpecEntry merge = _entries[--_entryCount];
            (frame.Merges ??= []).Add(new SpecEntry(merge.Key, merge.KeyPosition, node));
            frame.HasKey = false;
            return true;
        }

        if (frame.IsMapping)
        {
            ref SpecEntry entry = ref _entries[_entryCount - 1];
            entry = new SpecEntry(entry.Key, entry.KeyPosition, node);
            frame.HasKey = false;
            return true;
        }

        if (_itemCount == _items.Length)
        {
            Array.Resize(ref _items, _itemCount * 2);
        }

        _items[_itemCount++] = node;
        return true;
    }

    /// <summary>Returns the levels that a node adds below the innermost open collection. A merged node does not count itself.</summary>
    private int HeightHere(SpecNode node, int height)
    {
        bool isMerged = Depth > 0 && _frames[Depth - 1] is { IsMapping: true, IsAtMerge: true };
        return isMerged ? Math.Max(0, height - (node is SpecSequence ? 2 : 1)) : height;
    }

    /// <summary>Appends the merged entries of the innermost mapping to its own entries.</summary>
    private bool MergeAll(in Frame frame, List<SpecEntry> merges)
    {
        HashSet<string> known = new(_entries.Skip(frame.Start).Take(_entryCount - frame.Start).Select(static entry => entry.Key), StringComparer.Ordinal);
        foreach (SpecEntry entry in _merges.Collect(merges, known))
        {
            if (++_nodeCount > ReadBudget.MaxNodes)
            {
                return Refuse(entry.KeyPosition, Invariant(ReadBudget.MaxNodes) + " nodes");
            }

            Append(Texts.Intern(entry.Key), entry);
        }

        return true;
    }

    /// <summary>Finds a duplicate key in constant time: each key of the pool stores the last mapping that contains it.</summary>
    private int DropDuplicates(int start)
    {
        if (_mappingOfKey.Length < Texts.Count)
        {
            Array.Resize(ref _mappingOfKey, Texts.Count * 2);
            Array.Resize(ref _entryOfKey, Texts.Count * 2);
        }

        int mapping = ++_mappingCount;
        int kept = start;
        for (int i = start; i < _entryCount; i++)
        {
            int key = _keys[i];
            if (_mappingOfKey[key] == mapping)
            {
                SpecPosition first = _entries[_entryOfKey[key]].KeyPosition;
                diagnostics.Add(
                    Descriptors.DuplicateKey,
                    _entries[i].KeyPosition.In(source),
                    _entries[i].Key,
                    (first.Line + 1).ToString(CultureInfo.InvariantCulture));
                continue;
            }

            _mappingOfKey[key] = mapping;
            _entryOfKey[key] = kept;
            _entries[kept++] = _entries[i];
        }

        return kept - start;
    }

    private bool RefuseDepth(SpecPosition position) => Refuse(position, Invariant(ReadBudget.MaxDepth) + " levels of nesting");

    private bool Refuse(SpecPosition position, string limit)
    {
        Fault = ReadFault.OverBudget(source, position, limit);
        return false;
    }

    private static string Invariant(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private struct Frame
    {
        public bool IsMapping;
        public bool HasKey;

        // Whether the current key is a merge key, and the merged mappings so far.
        public bool IsAtMerge;
        public List<SpecEntry>? Merges;
        public SpecPosition Position;
        public int Start;
        public int Height;
    }
}
