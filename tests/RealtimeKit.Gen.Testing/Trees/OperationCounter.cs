namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>Finds the operations of a document by path and method. It follows path items that are references.</summary>
internal sealed class OperationCounter(TreeSet trees)
{
    private const int MaxReferences = 32;

    private static readonly string[] _methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    public IReadOnlyList<DescribedOperation> Count()
    {
        var operations = new List<DescribedOperation>();
        TreeNode? root = trees.Root;
        foreach (KeyValuePair<string, TreeNode> path in root?["paths"]?.Entries ?? [])
        {
            if (!path.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                AddPathItem(path.Key, path.Value, VersionOf(root!), operations);
            }
        }

        return operations;
    }

    private void AddPathItem(string path, TreeNode item, string version, List<DescribedOperation> operations)
    {
        string file = trees.RootFile;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int hop = 0; hop <= MaxReferences; hop++)
        {
            AddOperations(path, item, file, version, seen, operations);

            // In 3.1 a path item may have both a reference and operations of its own; the operations take precedence.
            if (item["$ref"] is not { Kind: TreeKind.Scalar } reference
                || trees.Resolve(file, reference.Text) is not { } target)
            {
                return;
            }

            (file, item) = target;
        }
    }

    private static void AddOperations(
        string path, TreeNode item, string file, string version, HashSet<string> seen, List<DescribedOperation> operations)
    {
        foreach (KeyValuePair<string, TreeNode> entry in item.Entries)
        {
            if (entry.Value.Kind == TreeKind.Mapping && IsMethod(entry.Key, version) && seen.Add(entry.Key))
            {
                operations.Add(Describe(entry.Key, entry.Value));
            }
        }

        if (IsAtLeast32(version) && item["additionalOperations"] is { Kind: TreeKind.Mapping } additional)
        {
            operations.AddRange(additional.Entries.Where(entry => entry.Value.Kind == TreeKind.Mapping && seen.Add(entry.Key))
                .Select(entry => Describe(entry.Key, entry.Value)));
        }

        DescribedOperation Describe(string method, TreeNode operation) =>
            new(method, path, operation["operationId"]?.Text, file, item.FirstLine, item.LastLine);
    }

    private static bool IsMethod(string key, string version) =>
        _methods.Contains(key, StringComparer.Ordinal)
        || (key == "trace" && version.StartsWith('3'))
        || (key == "query" && IsAtLeast32(version));

    private static bool IsAtLeast32(string version) => version.StartsWith("3.", StringComparison.Ordinal) && version.Length > 2 && version[2] >= '2';

    private static string VersionOf(TreeNode root) => (root["openapi"] ?? root["swagger"])?.Text ?? "";
}
