using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Decides which group each operation belongs to: that of its first tag.</summary>
internal sealed class OperationGroups
{
    private readonly NameLock _names;
    private readonly Dictionary<string, string> _byTag = new(StringComparer.Ordinal);

    public OperationGroups(OpenApiDocument document, NameLock names)
    {
        _names = names;
        OpenApiOperationDescription[] operations = document.Operations.ToArray();
        string[] tags = operations
            .Select(static operation => TagOf(operation.Operation))
            .Where(static tag => tag.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        foreach (KeyValuePair<string, string> shortened in TagPrefix.Shortened(tags))
        {
            _byTag.Add(shortened.Key, shortened.Value);
        }

        KeepGroups(operations);
    }

    /// <summary>Returns the name of the operation's group, or an empty string for the client itself.</summary>
    public string Of(string path, string method, OpenApiOperation operation)
    {
        string tag = TagOf(operation);
        return Locked(path, method) ?? (tag.Length == 0 ? "" : _byTag[tag]);
    }

    /// <summary>Returns the tag that decides, or an empty string.</summary>
    public static string TagOf(OpenApiOperation operation) => operation.Tags.FirstOrDefault(static tag => tag.Length > 0) ?? "";

    /// <summary>Adds new operations of a tag to the group that the names file has for others, with or without the shared words.</summary>
    private void KeepGroups(OpenApiOperationDescription[] operations)
    {
        if (!_names.IsOn)
        {
            return;
        }

        foreach (OpenApiOperationDescription operation in operations
            .OrderByDescending(static operation => LockKey.Operation(operation.Method, operation.Path), StringComparer.Ordinal))
        {
            string tag = TagOf(operation.Operation);
            if (tag.Length > 0
                && Locked(operation.Path, operation.Method) is { Length: > 0 } group
                && Identifier.Pascal(tag).EndsWith(Identifier.Pascal(group), StringComparison.OrdinalIgnoreCase))
            {
                _byTag[tag] = group;
            }
        }
    }

    private string? Locked(string path, string method) =>
        _names.IsOn && _names.Find($"{LockKind.Tag} {LockKey.Operation(method, path)}") is { } locked ? LockKey.Text(locked) : null;
}
