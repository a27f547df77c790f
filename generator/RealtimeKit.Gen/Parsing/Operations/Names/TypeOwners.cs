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
        IReadOnlyDictionary<string, string> rests = areArticlesOmitted ? Rests(operations) : new Dictionary<string, string>();
        ILookup<string, string> claims = spoken.Concat(rests).ToLookup(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
        return new NameScope([]).Assign(operations
            .Select(operation => new WantedName(operation.Id, operation.Id, NameOf(operation)))
            .ToArray());

        string NameOf(NamedOperation operation)
        {
            string plain = WithoutArticles(operation);
            return spoken.TryGetValue(operation.Id, out string? ofPath) && IsFree(ofPath, operation) ? ofPath
                : rests.TryGetValue(operation.Id, out string? rest) && IsFree(rest, operation) ? rest
                : operation.HasNoId ? ShortNames.OfPath(operation.Method, operation.Path)
                : areArticlesOmitted && IsOnly(named[plain], operation) && IsOnly(shortest[plain], operation) ? plain
                : IsOnly(named[Short(operation)], operation) ? Short(operation)
                : Identifier.Pascal(operation.Id);
        }

        bool IsFree(string name, NamedOperation operation) =>
            IsOnly(shortest[name], operation) && IsOnly(named[name], operation) && claims[name].All(id => id == operation.Id);
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
                string[] said = GeneralSegments.Without(segments);
                string words = PathWords.Of(said, out bool isOfOne);
                if (isOfOne || said.Length < segments.Length)
                {
                    spoken[operation.Id] = Identifier.Pascal(operation.Method + " " + words);
                }
            }
        }

        return spoken;
    }

    /// <summary>Returns the names without the version and the tag with which an operationId begins.</summary>
    private static IReadOnlyDictionary<string, string> Rests(IEnumerable<NamedOperation> operations)
    {
        Dictionary<string, string> rests = new(StringComparer.Ordinal);
        foreach (NamedOperation operation in operations.Where(static operation => !operation.HasNoId))
        {
            string? versionless = IdVersion.Without(operation.Id, operation.Method);
            string id = versionless ?? operation.Id;
            if ((WithoutTag(id, OperationGroups.TagOf(operation.Operation)) ?? WithoutTag(id, operation.Group) ?? versionless) is { } rest)
            {
                string name = Identifier.Pascal(rest);
                rests[operation.Id] = Articles.Omitted(name, group: "").LastOrDefault() ?? name;
            }
        }

        return rests;
    }

    /// <summary>Returns the operationId without its tag, or null if what is left has no verb or does not say what the tag is about.</summary>
    private static string? WithoutTag(string id, string tag)
    {
        if (tag.Length == 0 || ShortNames.WithoutGroup(id, tag) is not { } rest || TagEnd.Head(tag).LastOrDefault() is not { } thing)
        {
            return null;
        }

        List<string> words = Words.Split(rest);
        TagName name = new(thing);
        return Verbs.Are(words[0]) && words.Skip(1).Any(name.Is) ? rest : null;
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
