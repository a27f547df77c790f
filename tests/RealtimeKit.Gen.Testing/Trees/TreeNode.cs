namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>
/// What the runner itself sees of a document: enough to count operations and to follow references. Read without a
/// line of the generator's code, so that a fault of the generator's reader cannot hide itself here.
/// </summary>
internal sealed class TreeNode(TreeKind kind, int firstLine)
{
    private readonly List<KeyValuePair<string, TreeNode>> _entries = [];

    public TreeKind Kind { get; } = kind;

    /// <summary>The scalar's text; empty for the other kinds.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the scalar is a string by the way it is written, and no number, boolean or null.</summary>
    public bool IsText { get; init; }

    public int FirstLine { get; } = firstLine;

    public int LastLine { get; set; } = firstLine;

    /// <summary>A mapping's entries, or a sequence's items under empty keys.</summary>
    public IReadOnlyList<KeyValuePair<string, TreeNode>> Entries => _entries;

    /// <summary>The first entry of that key: a mapping with two of them is the generator's to refuse.</summary>
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

    /// <summary>Whether a mapping or a sequence stands at two places, which YAML can say by an alias and JSON cannot.</summary>
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
