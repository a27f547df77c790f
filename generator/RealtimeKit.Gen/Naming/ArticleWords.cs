namespace RealtimeKit.Gen.Naming;

/// <summary>Finds the articles between the words of a name.</summary>
internal static class ArticleWords
{
    /// <summary>The words that an article follows. Elsewhere, <c>A</c> is a letter, as in <c>GetDnsARecord</c>.</summary>
    private static readonly HashSet<string> _prepositions = new(StringComparer.Ordinal)
    {
        "About", "After", "And", "As", "At", "Before", "Between", "By", "For", "From", "Given", "In", "Into", "Is", "Of", "On", "Or", "Over", "Per", "To",
        "Under", "Using", "Via", "With", "Within", "Without",
    };

    /// <summary>Returns the words without articles.</summary>
    public static string[] Without(List<string> words) => words.Where((_, index) => !IsArticle(words, index)).ToArray();

    /// <summary>
    /// Returns a name that is no sentence (<c>RateLimitsForAZone</c>) without articles behind prepositions. Elsewhere, <c>A</c> is a
    /// letter (<c>GradeAClients</c>).
    /// </summary>
    public static string WithoutIn(string pascal)
    {
        List<string> words = Words.Split(pascal);
        string[] left = words.Where((_, index) => !IsArticle(words, index) || !_prepositions.Contains(words[index - 1])).ToArray();
        return left.Length == words.Count ? pascal : Identifier.Pascal(string.Join(" ", left));
    }

    private static bool IsArticle(List<string> words, int index) =>
        index > 0 && index < words.Count - 1 && words[index] switch
        {
            "An" or "The" => true,
            "A" => index == 1 || Verbs.Are(words[index - 1]) || _prepositions.Contains(words[index - 1]) || (index == 3 && (words[1] is "And" or "Or")),
            _ => false,
        };
}
