using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>The methods of one class that keep their names.</summary>
internal sealed class LockedMethods
{
    private readonly Dictionary<string, NamedOperation> _operations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public LockedMethods(NameLock names, IEnumerable<NamedOperation> operations)
    {
        if (!names.IsOn)
        {
            return;
        }

        foreach (NamedOperation operation in operations.OrderBy(static operation => operation.LockKey, StringComparer.Ordinal))
        {
            string key = $"{LockKind.Method} {operation.LockKey}";
            if (names.Find(key) is not { } name)
            {
                continue;
            }

            if (!_taken.Add(name))
            {
                names.ReportUnusable(key, "another method of the class is called so");
                continue;
            }

            _operations[operation.LockKey] = operation with { Name = name };
        }

        foreach (NamedOperation operation in _operations.Values)
        {
            AddDerived(names, operation);
        }
    }

    /// <summary>Gets the operations with their names.</summary>
    public IEnumerable<NamedOperation> Operations => _operations.Values;

    /// <summary>Gets the names that no other method of the class can have, including those of derived methods.</summary>
    public IReadOnlyCollection<string> Taken => _taken;

    public bool Has(NamedOperation operation) => _operations.Count > 0 && _operations.ContainsKey(operation.LockKey);

    private void AddDerived(NameLock names, NamedOperation operation)
    {
        foreach (LockEntry verb in names.Within($"{LockKind.Verb} {operation.LockKey}"))
        {
            _taken.Add(verb.Name);
        }

        IEnumerable<string> suffixes = names.Within($"{LockKind.Suffix} {operation.LockKey}").Select(static entry => entry.Name);
        foreach (string suffix in suffixes.Where(static name => name != LockKey.Empty).Prepend(""))
        {
            _taken.Add(operation.Name + suffix);
            _taken.Add(operation.Name + suffix + OperationModel.WithResponse);
            _taken.Add(operation.Name + suffix + ResultModel.Events);
        }
    }
}
