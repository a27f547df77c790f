using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Keys;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>Finds the target operations of links among the operations of the client.</summary>
internal sealed class LinkTargets
{
    private readonly Dictionary<string, NamedOperation> _operations = new(StringComparer.Ordinal);

    public LinkTargets(IReadOnlyList<NamedOperation> operations)
    {
        foreach (NamedOperation operation in operations)
        {
            Add(operation.Id, operation);
        }

        foreach (NamedOperation operation in operations)
        {
            string place = $"{operation.Path.Replace("~", "~0").Replace("/", "~1")}/{operation.Method}";
            Add("#/paths/" + place, operation);
            Add($"#/{MorePaths.Key}/{place}", operation);
        }
    }

    /// <summary>Returns the target of a link, or null if it is in another document or not selected.</summary>
    public NamedOperation? Find(DescribedLink link) =>
        _operations.TryGetValue(link.Target, out NamedOperation? operation) || _operations.TryGetValue(Uri.UnescapeDataString(link.Target), out operation)
            ? operation
            : null;

    private void Add(string key, NamedOperation operation)
    {
        if (!_operations.ContainsKey(key))
        {
            _operations[key] = operation;
        }
    }
}
