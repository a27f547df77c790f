using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Reading;

/// <summary>Finds a document's operations and keeps those that the filters select.</summary>
internal sealed class SpecSlicer(SpecReferences references, DiagnosticBag diagnostics)
{
    private static readonly string[] _methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public SlicedSpec Slice(SpecMapping root, SpecDialect dialect, SpecSelection selection)
    {
        List<SlicedOperation> all = FindOperations(root);
        List<SlicedOperation> selected = all;
        selected = Filter(selected, "Operations", selection.Operations, selection.Location, OperationIds);
        selected = Filter(selected, "Tags", selection.Tags, selection.Location, Tags);
        selected = Filter(selected, "Paths", selection.Paths, selection.Location, static operation => [operation.Path]);
        if (all.Count == 0)
        {
            diagnostics.Add(Descriptors.NoOperations, root.KeyLocation("paths"));
        }

        int leftOut = all.Count - selected.Count;
        if (leftOut > 0)
        {
            diagnostics.Add(Descriptors.SelectionSummary, selection.Location ?? root.Location, leftOut.Invariant(), all.Count.Invariant());
        }

        return new SlicedSpec(root, dialect, selected);
    }

    private List<SlicedOperation> FindOperations(SpecMapping root)
    {
        List<SlicedOperation> operations = [];
        if (root["paths"] is not { } pathsNode || pathsNode.IsNull())
        {
            return operations;
        }

        if (pathsNode is not SpecMapping paths)
        {
            diagnostics.Add(Descriptors.DocumentInvalid, pathsNode.Location, "'paths' must be a mapping");
            return operations;
        }

        foreach (SpecEntry path in paths.Entries)
        {
            if (path.Key.StartsWith("x-", StringComparison.Ordinal) || path.Value.IsNull() || references.Follow(path.Value) is not { } followed)
            {
                continue;
            }

            if (followed is not SpecMapping pathItem)
            {
                diagnostics.Add(Descriptors.DocumentInvalid, paths.KeyLocation(path.Key), $"The path '{path.Key}' must be a mapping");
                continue;
            }

            AddOperations(operations, path, pathItem);
        }

        // The order of a mapping carries no meaning, so that it must not show in what is emitted.
        return operations
            .OrderBy(static operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(static operation => Array.IndexOf(_methods, operation.Method))
            .ThenBy(static operation => operation.Method, StringComparer.Ordinal)
            .ToList();
    }

    private void AddOperations(List<SlicedOperation> operations, SpecEntry path, SpecMapping pathItem)
    {
        IEnumerable<SpecEntry> additional = pathItem["additionalOperations"].AsMapping()?.Entries ?? [];
        foreach (SpecEntry entry in pathItem.Entries.Where(static entry => _methods.Contains(entry.Key, StringComparer.Ordinal)).Concat(additional))
        {
            if (references.Follow(entry.Value) is SpecMapping operation)
            {
                operations.Add(new SlicedOperation(path.Key, entry.Key.ToLowerInvariant(), pathItem, operation));
            }
            else if (entry.Value.Reference() is null)
            {
                diagnostics.Add(Descriptors.DocumentInvalid, entry.Value.Location, $"The operation '{entry.Key}' of '{path.Key}' must be a mapping");
            }
        }
    }

    private List<SlicedOperation> Filter(
        List<SlicedOperation> operations, string option, EquatableArray<string> globs, SpecLocation? location, Func<SlicedOperation, IEnumerable<string>> keys)
    {
        if (globs.Count == 0)
        {
            return operations;
        }

        Glob[] patterns = globs.Select(static glob => new Glob(glob)).ToArray();
        foreach (Glob pattern in patterns)
        {
            if (!operations.SelectMany(keys).Any(pattern.IsMatch))
            {
                IReadOnlyList<string> nearest = NearestName.FindAll(pattern.Text, operations.SelectMany(keys).Distinct(StringComparer.Ordinal), count: 3);
                string hint = nearest.Count == 0 ? "" : $"; nearest are {string.Join(", ", nearest)}";
                diagnostics.Add(Descriptors.SelectionEmpty, location, option, pattern.Text, hint);
            }
        }

        return operations.Where(operation => keys(operation).Any(key => patterns.Any(pattern => pattern.IsMatch(key)))).ToList();
    }

    private static IEnumerable<string> OperationIds(SlicedOperation operation) =>
        operation.Operation["operationId"].AsText() is { } id ? [id] : [operation.Method.ToUpperInvariant() + " " + operation.Path];

    private static IEnumerable<string> Tags(SlicedOperation operation) =>
        operation.Operation["tags"].AsSequence()?.Items.Select(static tag => tag.AsText() ?? "") ?? [];
}
