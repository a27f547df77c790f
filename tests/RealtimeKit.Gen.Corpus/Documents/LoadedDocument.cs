using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>A document with the files that its references reach, all in memory.</summary>
/// <param name="Items">The document first.</param>
/// <param name="Operations">Null where the runner itself cannot read the document.</param>
internal sealed record LoadedDocument(IReadOnlyList<SpecItem> Items, IReadOnlyList<DescribedOperation>? Operations)
{
    /// <summary>No project has more files than this behind one description.</summary>
    private const int MaxFiles = 2000;

    public static LoadedDocument Load(DocumentRequest request)
    {
        var trees = new Dictionary<string, TreeNode?>(StringComparer.Ordinal);
        var items = new List<SpecItem>();
        var pending = new Queue<string>([request.File]);
        while (items.Count < MaxFiles && pending.TryDequeue(out string? file))
        {
            if (trees.ContainsKey(file))
            {
                continue;
            }

            string text = File.ReadAllText(file);
            TreeNode? tree = TreeReader.Read(text);
            trees.Add(file, tree);
            items.Add(new SpecItem(new SpecFile(file, text), items.Count == 0 ? SpecItem.Spec : SpecItem.Reference));
            foreach (string target in ReferenceFinder.Find(file, tree).Order(StringComparer.Ordinal))
            {
                if (target.StartsWith(request.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(target))
                {
                    pending.Enqueue(target);
                }
            }
        }

        return new LoadedDocument(items, trees[request.File] is null ? null : new OperationCounter(new TreeSet(request.File, trees)).Count());
    }
}
