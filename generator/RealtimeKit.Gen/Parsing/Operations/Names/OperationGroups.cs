using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Decides which group each operation belongs to: that of its first tag, or that of its path if the document has no tags.</summary>
internal sealed class OperationGroups
{
    private readonly NameLock _names;
    private readonly Dictionary<string, string> _byTag = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string>? _byPath;

    /// <param name="arePaths">Whether paths can be groups.</param>
    public OperationGroups(OpenApiDocument document, bool arePaths, NameLock names)
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
        _byPath = arePaths && tags.Length == 0 ? ByPath(operations) : null;
    }

    /// <summary>Returns the name of the operation's group, or an empty string for the client itself.</summary>
    public string Of(string path, string method, OpenApiOperation operation)
    {
        string tag = TagOf(operation);
        return Locked(path, method) ?? (tag.Length > 0 ? _byTag[tag] : _byPath is null ? "" : _byPath[path]);
    }

    /// <summary>Returns the tag that decides, or an empty string.</summary>
    public static string TagOf(OpenApiOperation operation) => operation.Tags.FirstOrDefault(static tag => tag.Length > 0) ?? "";

    /// <summary>Returns the groups of paths, or null if there are none. A names file keeps a client with or without them.</summary>
    private IReadOnlyDictionary<string, string>? ByPath(OpenApiOperationDescription[] operations)
    {
        string[] paths = Array.ConvertAll(operations, static operation => operation.Path);
        string[] locked = operations.Select(operation => Locked(operation.Path, operation.Method)).OfType<string>().ToArray();
        IReadOnlyDictionary<string, string> groups = PathGroups.Of(paths);
        bool areKept = Array.Exists(locked, static group => group.Length > 0);
        return areKept || (locked.Length == 0 && PathGroups.AreUseful(paths, groups)) ? groups : null;
    }

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
