using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the shortened names that omit what a method is for, although another method of the class is for something else:
/// <c>ListFollowers</c> beside <c>ListFollowersForTeam</c>, or <c>ListCommitComments</c> beside <c>ListCommentsForCommit</c>.
/// </summary>
internal sealed class TellingEnds
{
    private const string For = "For";

    /// <summary>The operations by the words before their ends, and by all their other words in any order.</summary>
    private readonly ILookup<string, int> _owners;

    /// <param name="operations">The names that each operation of the class can have.</param>
    public TellingEnds(IReadOnlyList<Wish[]> operations) => _owners = operations
        .SelectMany(static (names, index) => names.Select(static wish => wish.Name).Where(HasEnd).SelectMany(Keys).Select(key => (Key: key, Index: index)))
        .ToLookup(static owner => owner.Key, static owner => owner.Index, StringComparer.Ordinal);

    /// <summary>Returns the names of an operation that omit nothing by which it differs from another.</summary>
    public Wish[] Kept(Wish[] names, int operation) => Array.Exists(names, static wish => HasEnd(wish.Name))
        ? Array.FindAll(names, wish => !Array.Exists(names, longer => longer.Name.StartsWith(wish.Name + For, StringComparison.Ordinal))
            || !IsOfOther(wish.Name, operation))
        : names;

    private bool IsOfOther(string name, int operation) =>
        _owners[name].Concat(_owners[InAnyOrder(Words.Split(name))]).Any(owner => owner != operation);

    private static bool HasEnd(string name) => name.IndexOf(For, StringComparison.Ordinal) > 0;

    private static IEnumerable<string> Keys(string name)
    {
        List<string> words = Words.Split(name);
        int end = words.LastIndexOf(For);
        return end > 0 && end < words.Count - 1
            ? [string.Concat(words.Take(end)), InAnyOrder(words.Where((_, index) => index != end))]
            : [];
    }

    /// <summary>Returns a key of words that no name equals.</summary>
    private static string InAnyOrder(IEnumerable<string> words) => string.Join(" ", words.OrderBy(static word => word, StringComparer.Ordinal)) + " ";
}
