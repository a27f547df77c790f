using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>Finds a document's operations and keeps those that the filters select.</summary>
internal sealed class SpecSlicer(SpecReferences references, DiagnosticBag diagnostics)
{
    private static readonly string[] _methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>The other fields of a path item. It may have extensions as well.</summary>
    private static readonly string[] _otherFields = ["$ref", "summary", "description", "servers", "parameters", "additionalOperations"];

    public SlicedSpec Slice(SpecMapping root, SpecDialect dialect, SpecSelection selection)
    {
        List<SlicedOperation> all = FindOperations(root);
        List<SlicedOperation> webhooks = FindWebhooks(root);
        if (all.Count == 0 && webhooks.Count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Add(Descriptors.NoOperations, root.KeyLocation("paths"));
        }

        OperationFilter filter = new(selection);
        filter.Report([.. all, .. webhooks], diagnostics);
        SlicedOperation[] selected = all.Where(filter.IsSelected).ToArray();
        PathKeys.Report(selected, root, diagnostics);
        SlicedOperation[] selectedWebhooks = webhooks.Where(filter.IsSelected).ToArray();
        string leftOut = LeftOut(
            selection,
            ("operations", all.Count - selected.Length, all.Count),
            ("webhooks", webhooks.Count - selectedWebhooks.Length, webhooks.Count));
        if (leftOut.Length > 0)
        {
            diagnostics.Add(Descriptors.SelectionSummary, selection.Location ?? root.Location, leftOut);
        }

        return new SlicedSpec(root, dialect, selected, selectedWebhooks, leftOut)
        {
            OperationIds = all.Select(static operation => operation.Operation["operationId"].AsText()).OfType<string>().ToArray(),
        };
    }

    /// <summary>Returns the operations of a path item. Reports keys that are not fields of a path item, and operations that are not mappings.</summary>
    public static IEnumerable<SlicedOperation> OperationsOf(string path, SpecMapping pathItem, SpecReferences references, DiagnosticBag diagnostics)
    {
        foreach (SpecEntry entry in pathItem.Entries.Where(static entry => !IsField(entry.Key)))
        {
            string hint = _methods.Contains(entry.Key.ToLowerInvariant(), StringComparer.Ordinal) ? ", because methods are written in lower case"
                : NearestName.MaybeMeant(NearestKey.Find(entry.Key, ObjectKinds.Of(ObjectKinds.PathItem), pathItem));
            diagnostics.Add(Descriptors.PartInvalid, pathItem.KeyLocation(entry.Key), $"'{entry.Key}' is not a field of the path item '{path}'{hint}");
        }

        IEnumerable<(SpecEntry Entry, string Method)> fixedFields = pathItem.Entries
            .Where(static entry => _methods.Contains(entry.Key, StringComparer.Ordinal))
            .Select(static entry => (entry, entry.Key));

        // An additional method is sent as written, but a method that has its own field is always in lower case here.
        IEnumerable<(SpecEntry Entry, string Method)> additional = pathItem["additionalOperations"].AsMapping()?.Entries
            .Select(static entry => (entry, _methods.Contains(entry.Key.ToLowerInvariant(), StringComparer.Ordinal) ? entry.Key.ToLowerInvariant() : entry.Key))
                ?? [];
        HashSet<string> methods = new(StringComparer.Ordinal);
        foreach ((SpecEntry entry, string method) in fixedFields.Concat(additional))
        {
            if (!methods.Add(method))
            {
                diagnostics.Add(
                    Descriptors.PartInvalid,
                    entry.Value.Location,
                    $"The operation '{entry.Key}' in 'additionalOperations' of '{path}' repeats another operation of the path item");
            }
            else if (!HttpToken.IsValid(method))
            {
                diagnostics.Add(Descriptors.PartInvalid, entry.Value.Location, $"'{entry.Key}' in 'additionalOperations' of '{path}' is not an HTTP method");
            }
            else if (references.Follow(entry.Value) is SpecMapping operation)
            {
                yield return new SlicedOperation(path, method, pathItem, operation);
            }
            else if (entry.Value.Reference() is null)
            {
                diagnostics.Add(Descriptors.PartInvalid, entry.Value.Location, $"The operation '{entry.Key}' of '{path}' must be a mapping");
            }
        }
    }

    private static bool IsField(string key) =>
        _methods.Contains(key, StringComparer.Ordinal) || _otherFields.Contains(key, StringComparer.Ordinal) || ExtensionKey.Is(key);

    private static string LeftOut(SpecSelection selection, params (string What, int Count, int Total)[] parts)
    {
        string[] counts = parts
            .Where(static part => part.Count > 0)
            .Select(static part => $"{part.Count.Invariant()} of {part.Total.Invariant()} {part.What}")
            .ToArray();
        return counts.Length == 0 ? "" : $"{string.Join(" and ", counts)} were left out by {string.Join(", ", selection.Filters)}";
    }

    private List<SlicedOperation> FindWebhooks(SpecMapping root) => (root["webhooks"] ?? root["x-webhooks"]) is SpecMapping webhooks
        ? webhooks.Entries
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => OperationsOfPath(webhooks, entry, "webhook"))
            .Select(static webhook => webhook with { IsWebhook = true })
            .ToList()
        : [];

    private IEnumerable<SlicedOperation> OperationsOfPath(SpecMapping paths, SpecEntry path, string what)
    {
        if (path.IsExtension || path.Value.IsNull() || references.Follow(path.Value) is not { } followed)
        {
            return [];
        }

        if (followed is SpecMapping pathItem)
        {
            return OperationsOf(path.Key, pathItem, references, diagnostics);
        }

        diagnostics.Add(Descriptors.PartInvalid, paths.KeyLocation(path), $"The {what} '{path.Key}' must be a mapping");
        return [];
    }

    private List<SlicedOperation> FindOperations(SpecMapping root)
    {
        List<SlicedOperation> operations = [];
        HashSet<(string Path, string Method)> seen = [];
        foreach (SlicedOperation operation in OperationsBelow(root, "paths").Concat(OperationsBelow(root, MorePaths.Key)))
        {
            if (seen.Add((operation.Path, operation.Method)))
            {
                operations.Add(operation);
            }
            else
            {
                diagnostics.Add(
                    Descriptors.PartInvalid,
                    operation.Operation.Location,
                    $"The operation '{operation.Method}' of '{operation.Path}' in '{MorePaths.Key}' repeats the one in 'paths'");
            }
        }

        // The order of a mapping has no meaning, so it must not affect the emitted code.
        return operations
            .OrderBy(static operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(static operation => Array.IndexOf(_methods, operation.Method))
            .ThenBy(static operation => operation.Method, StringComparer.Ordinal)
            .ToList();
    }

    private IEnumerable<SlicedOperation> OperationsBelow(SpecMapping root, string key)
    {
        if (root[key] is not { } pathsNode || pathsNode.IsNull())
        {
            yield break;
        }

        if (pathsNode is not SpecMapping paths)
        {
            diagnostics.Add(Descriptors.DocumentInvalid, pathsNode.Location, $"'{key}' must be a mapping");
            yield break;
        }

        foreach (SlicedOperation operation in paths.Entries.SelectMany(path => OperationsOfPath(paths, path, "path")))
        {
            yield return operation;
        }
    }
}
