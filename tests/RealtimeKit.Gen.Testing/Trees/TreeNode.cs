namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>
/// A node of a document, with what is needed to count operations and to follow references. It is read without the
/// generator's code, so that a fault of the generator's reader has no effect here.
/// </summary>
internal sealed class TreeNode(TreeKind kind, int firstLine)
{
    private readonly List<KeyValuePair<string, TreeNode>> _entries = [];

    public TreeKind Kind { get; } = kind;

    /// <summary>Gets the text of a scalar; empty for other kinds.</summary>
    public string Text { get; init; } = "";

    /// <summary>Gets a value indicating whether the scalar is a string by its form, and not a number, boolean or null.</summary>
    public bool IsText { get; init; }

    public int FirstLine { get; } = firstLine;

    public int LastLine { get; set; } = firstLine;

    /// <summary>Gets the entries of a mapping, or the items of a sequence with empty keys.</summary>
    public IReadOnlyList<KeyValuePair<string, TreeNode>> Entries => _entries;

    /// <summary>Returns the first entry with a key. Only the generator rejects duplicate keys.</summary>
    public TreeNode? this[string key]
    {
        get
        {
            foreach (KeyValuePair<string, TreeNode> entry in _entries)
            {
                if (Kind == TreeKind.Mapping && string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Returns whether a mapping or sequence occurs at two places, by an alias.</summary>
    public bool HasSharedNodes()
    {
        HashSet<TreeNode> met = [];
        Stack<TreeNode> open = new([this]);
        while (open.TryPop(out TreeNode? node))
        {
            if (node.Kind != TreeKind.Scalar && !met.Add(node))
            {
                return true;
            }

            foreach (KeyValuePair<string, TreeNode> entry in node._entries)
            {
                open.Push(entry.Value);
            }
        }

        return false;
    }

    public void Add(string key, TreeNode value) => _entries.Add(new(key, value));
}
