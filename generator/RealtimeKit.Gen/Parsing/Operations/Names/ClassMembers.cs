using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>The members of a class, by the operation that they are for.</summary>
internal sealed class ClassMembers
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <param name="className">The name of the class, which no member can have.</param>
    public ClassMembers(IEnumerable<OperationModel> operations, string className)
    {
        _owners[className] = "";
        foreach (OperationModel operation in operations)
        {
            Add(operation.Name, OfMain(operation.Name));
        }
    }

    /// <summary>Returns the method that a name without <c>Async</c> becomes.</summary>
    public static string Method(string name) => name + "Async";

    /// <summary>Returns the members of each operation.</summary>
    public static string[] OfMain(string operation) => [Method(operation), Field(operation, ""), Request(operation)];

    /// <summary>Returns whether a name can be that of a member for an operation, before its suffixes are known.</summary>
    public static bool CanBeOf(string operation, string member) =>
        member == Field(operation, "")
        || (member.StartsWith(operation, StringComparison.Ordinal) && member.EndsWith(Method(""), StringComparison.Ordinal))
        || (member.StartsWith("Create" + operation, StringComparison.Ordinal) && member.EndsWith("Request", StringComparison.Ordinal));

    /// <summary>Returns the field that describes a result of an operation.</summary>
    /// <param name="suffix">The suffix of the result.</param>
    public static string Field(string operation, string suffix) => operation + (suffix.Length == 0 ? "Operation" : suffix);

    /// <summary>Returns the method that creates a request.</summary>
    /// <param name="name">The name of the operation, with the suffix of the body.</param>
    public static string Request(string name) => $"Create{name}Request";

    /// <summary>Returns the members for an operation, except those of verbs.</summary>
    public static IEnumerable<string> Of(OperationModel operation)
    {
        DerivedMembers derived = new(operation, new ClassMembers([], ""));
        foreach (BodyModel body in operation.Bodies)
        {
            derived.Add(body.Suffix);
        }

        foreach (ResultModel result in operation.Results)
        {
            derived.Add(result.Suffix, result);
        }

        return derived.All;
    }

    /// <summary>Adds members, unless another operation has them.</summary>
    public void Add(string operation, IEnumerable<string> members)
    {
        foreach (string member in members.Where(member => !_owners.ContainsKey(member)))
        {
            _owners.Add(member, operation);
        }
    }

    /// <summary>Returns whether a member is for another operation.</summary>
    public bool IsOfOther(string member, string operation) => _owners.TryGetValue(member, out string? owner) && owner != operation;
}
