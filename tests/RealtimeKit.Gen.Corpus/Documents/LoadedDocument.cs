using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>A document in memory, with the files that it refers to.</summary>
/// <param name="Items">The document, followed by the other files.</param>
/// <param name="Operations">The operations of the document, or null if the corpus runner cannot read it.</param>
internal sealed record LoadedDocument(IReadOnlyList<SpecItem> Items, IReadOnlyList<DescribedOperation>? Operations)
{
    /// <summary>The maximum number of files that are loaded for one document.</summary>
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
