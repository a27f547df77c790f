namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>Finds the files that a document refers to, by <c>$ref</c> or by the mapping of a discriminator.</summary>
internal static class ReferenceFinder
{
    public static IReadOnlySet<string> Find(string file, TreeNode? root)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<TreeNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<TreeNode>(root is null ? [] : [root]);
        while (pending.TryPop(out TreeNode? node))
        {
            if (!visited.Add(node))
            {
                continue;
            }

            foreach (KeyValuePair<string, TreeNode> entry in node.Entries)
            {
                if (entry.Value.Kind != TreeKind.Scalar)
                {
                    pending.Push(entry.Value);
                }
                else if (entry.Key == "$ref")
                {
                    Add(entry.Value.Text);
                }
            }

            foreach (KeyValuePair<string, TreeNode> entry in node["discriminator"]?["mapping"]?.Entries ?? [])
            {
                Add(entry.Value.Text);
            }
        }

        return files;

        void Add(string reference)
        {
            if (FileReference.Parse(file, reference).File is { } target && target != file)
            {
                files.Add(target);
            }
        }
    }
}
