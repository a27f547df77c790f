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
        IReadOnlyDictionary<string, string> spoken = areArticlesOmitted ? Spoken(operations) : new Dictionary<string, string>();
        ILookup<string, string> claims = spoken.ToLookup(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
        return new NameScope([]).Assign(operations
            .Select(operation => new WantedName(operation.Id, operation.Id, NameOf(operation)))
            .ToArray());

        string NameOf(NamedOperation operation)
        {
            string plain = WithoutArticles(operation);
            return spoken.TryGetValue(operation.Id, out string? ofPath) && IsOnly(shortest[ofPath], operation) && IsOnly(named[ofPath], operation)
                    && claims[ofPath].Count() == 1 ? ofPath
                : operation.HasNoId ? ShortNames.OfPath(operation.Method, operation.Path)
                : areArticlesOmitted && IsOnly(named[plain], operation) && IsOnly(shortest[plain], operation) ? plain
                : IsOnly(named[Short(operation)], operation) ? Short(operation)
                : Identifier.Pascal(operation.Id);
        }
    }

    /// <summary>Returns the names of the paths of operations without an operationId, and of those whose operationId is the method and the path.</summary>
    private static IReadOnlyDictionary<string, string> Spoken(IEnumerable<NamedOperation> operations)
    {
        Dictionary<string, string> spoken = new(StringComparer.Ordinal);
        foreach (NamedOperation operation in operations)
        {
            string[]? segments = operation.HasNoId
                ? ShortNames.Segments(operation.Path)
                : PathWords.Rest(ShortNames.Lower(operation.Id), operation.Method, operation.Path);
            if (segments is not null)
            {
                string words = PathWords.Of(segments, out bool isOfOne);
                if (isOfOne)
                {
                    spoken[operation.Id] = Identifier.Pascal(operation.Method + " " + words);
                }
            }
        }

        return spoken;
    }

    private static bool IsOnly(IEnumerable<NamedOperation> operations, NamedOperation operation) =>
        operations.All(other => ReferenceEquals(other, operation));

    private static string WithoutArticles(NamedOperation operation)
    {
        string name = Short(operation);
        return Articles.Omitted(name, group: "").LastOrDefault() ?? name;
    }

    private static string Short(NamedOperation operation) =>
        Identifier.Pascal(ShortNames.WithoutPath(operation.Id, operation.Method, operation.Path) ?? operation.Id);
}
