namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>A document and the files that it refers to.</summary>
internal sealed class TreeSet(string rootFile, IReadOnlyDictionary<string, TreeNode?> trees)
{
    public string RootFile { get; } = rootFile;

    public TreeNode? Root => trees[RootFile];

    public (string File, TreeNode Node)? Resolve(string fromFile, string reference)
    {
        FileReference target = FileReference.Parse(fromFile, reference);
        string file = target.File ?? fromFile;
        if (!trees.TryGetValue(file, out TreeNode? node))
        {
            return null;
        }

        foreach (string token in target.Pointer)
        {
            node = node is { Kind: TreeKind.Sequence } && int.TryParse(token, out int index)
                ? node.Entries.ElementAtOrDefault(index).Value
                : node?[token];
        }

        return node is null ? null : (file, node);
    }
}
