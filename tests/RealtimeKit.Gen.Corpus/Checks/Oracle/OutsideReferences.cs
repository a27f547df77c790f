using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>Finds a reference that another parser could follow to the disk or the network.</summary>
internal static class OutsideReferences
{
    /// <returns>The first such reference, or null if all references lead into the document.</returns>
    public static string? In(TreeNode root)
    {
        var visited = new HashSet<TreeNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<TreeNode>([root]);
        while (pending.TryPop(out TreeNode? node))
        {
            if (!visited.Add(node))
            {
                continue;
            }

            foreach (KeyValuePair<string, TreeNode> entry in node.Entries)
            {
                if (entry.Key == "$ref" && entry.Value.Kind == TreeKind.Scalar && !entry.Value.Text.StartsWith('#'))
                {
                    return entry.Value.Text;
                }

                pending.Push(entry.Value);
            }
        }

        return null;
    }
}
