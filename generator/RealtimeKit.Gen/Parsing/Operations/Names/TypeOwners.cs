using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Assigns the names with which the names of the inline types of operations begin: the whole operationId, but without articles and
/// without what FastAPI appends, if no other operation is called so.
/// </summary>
internal static class TypeOwners
{
    /// <summary>Returns the names by <see cref="NamedOperation.Id"/>.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyCollection<NamedOperation> operations, bool areArticlesOmitted)
    {
        ILookup<string, NamedOperation> named = operations.ToLookup(Short, StringComparer.Ordinal);
        ILookup<string, NamedOperation> shortest = operations.ToLookup(WithoutArticles, StringComparer.Ordinal);
        return new NameScope([]).Assign(operations
            .Select(operation => new WantedName(operation.Id, operation.Id, NameOf(operation)))
            .ToArray());

        string NameOf(NamedOperation operation)
        {
            string plain = WithoutArticles(operation);
            return HasNoId(operation) ? ShortNames.OfPath(operation.Method, operation.Path)
                : areArticlesOmitted && IsOnly(named[plain], operation) && IsOnly(shortest[plain], operation) ? plain
                : IsOnly(named[Short(operation)], operation) ? Short(operation)
                : Identifier.Pascal(operation.Id);
        }
    }

    private static bool IsOnly(IEnumerable<NamedOperation> operations, NamedOperation operation) =>
        operations.All(other => ReferenceEquals(other, operation));

    private static bool HasNoId(NamedOperation operation) => operation.Id == operation.Method + " " + operation.Path;

    private static string WithoutArticles(NamedOperation operation)
    {
        string name = Short(operation);
        return Articles.Omitted(name, group: "").LastOrDefault() ?? name;
    }

    private static string Short(NamedOperation operation) =>
        Identifier.Pascal(ShortNames.WithoutPath(operation.Id, operation.Method, operation.Path) ?? operation.Id);
}
