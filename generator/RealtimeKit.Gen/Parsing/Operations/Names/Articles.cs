using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Finds the names without articles, for operationIds that are sentences: <c>CreateAnAccount</c> becomes <c>CreateAccount</c>.</summary>
internal static class Articles
{
    /// <summary>The words that an article follows. Elsewhere, <c>A</c> is a letter, as in <c>GetDnsARecord</c>.</summary>
    private static readonly HashSet<string> _prepositions = new(StringComparer.Ordinal)
    {
        "About", "After", "And", "As", "At", "Before", "Between", "By", "For", "From", "Given", "In", "Into", "Is", "Of", "On", "Or", "Over", "Per", "To",
        "Under", "Using", "Via", "With", "Within", "Without",
    };

    /// <summary>Returns the names without articles, the shortest first, or none if there is no article between two words.</summary>
    /// <param name="name">A name in Pascal case.</param>
    public static IEnumerable<string> Omitted(string name, string group)
    {
        List<string> words = Words.Split(name);
        string[] left = words.Where((_, index) => !IsArticle(words, index)).ToArray();
        if (left.Length == words.Count)
        {
            return [];
        }

        string whole = string.Join(" ", left);
        return ShortNames.WithoutTag(whole, group).Append(whole).Select(static one => Identifier.Pascal(one));
    }

    private static bool IsArticle(List<string> words, int index) =>
        index > 0 && index < words.Count - 1 && words[index] switch
        {
            "An" or "The" => true,
            "A" => index == 1 || Verbs.Are(words[index - 1]) || _prepositions.Contains(words[index - 1]) || (index == 3 && (words[1] is "And" or "Or")),
            _ => false,
        };
}
