using NSwag;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>One operation of the document, with its names in C#.</summary>
/// <param name="Id">The document's operationId, or the method and path of an operation without one.</param>
/// <param name="Name">The name of the method, without the <c>Async</c>.</param>
/// <param name="Group">The tag, or empty.</param>
/// <param name="TypeOwner">The name with which the names of its inline types begin.</param>
internal sealed record NamedOperation(string Path, string Method, OpenApiOperation Operation, string Id, string Name, string Group, string TypeOwner = "")
{
    /// <summary>Gets whether the document gives the operation no operationId.</summary>
    public bool HasNoId => Id == KeyOf(Method, Path);

    /// <summary>Gets the texts that identify the operation in a names file.</summary>
    public string LockKey => Locking.LockKey.Operation(Method, Path);

    /// <summary>Gets the tag as an identifier; empty for the client itself.</summary>
    public string Tag => Group.Length == 0 ? "" : Identifier.Pascal(Group);

    /// <summary>Returns what identifies an operation without an operationId.</summary>
    public static string KeyOf(string method, string path) => method + " " + path;
}
