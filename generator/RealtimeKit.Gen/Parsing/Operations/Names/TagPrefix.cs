using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the words up to a version that all tags repeat: <c>VerifyV2Bucket</c> and <c>VerifyV2Factor</c> are <c>Bucket</c> and
/// <c>Factor</c>. Other words that tags share can tell them from the tags of operations that a filter leaves out.
/// </summary>
internal static class TagPrefix
{
    /// <summary>The fewest digits of a date, such as <c>20100401</c>.</summary>
    private const int FewestDigits = 6;

    /// <summary>Returns the tags without the shared words, by tag. All remain whole if one would be empty, a number or not unique.</summary>
    public static IReadOnlyDictionary<string, string> Shortened(IReadOnlyCollection<string> tags)
    {
        Dictionary<string, string> whole = tags.ToDictionary(static tag => tag, static tag => tag, StringComparer.Ordinal);
        Dictionary<string, List<string>> words = tags.ToDictionary(static tag => tag, Words.Split, StringComparer.Ordinal);
        int shared = tags.Count == 0 ? 0 : Shared(words.Values.ToArray());
        if (shared == 0 || words.Values.Any(own => !IsName(own, shared)))
        {
            return whole;
        }

        Dictionary<string, string> rest = words.ToDictionary(
            static pair => pair.Key,
            pair => string.Join(" ", pair.Value.Skip(shared)),
            StringComparer.Ordinal);
        return Count(rest.Values) == Count(whole.Values) ? rest : whole;
    }

    private static int Count(IEnumerable<string> tags) => tags.Select(static tag => Identifier.Pascal(tag)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Returns the number of words with which all tags begin and of which the last is a version.</summary>
    private static int Shared(List<string>[] words)
    {
        int version = 0;
        for (int at = 0; Array.TrueForAll(words, own => at < own.Count && string.Equals(own[at], words[0][at], StringComparison.OrdinalIgnoreCase)); at++)
        {
            version = IsVersion(words[0][at]) ? at + 1 : version;
        }

        return version;
    }

    private static bool IsName(List<string> words, int start) => start < words.Count && char.IsLetter(words[start][0]) && !IsVersion(words[start]);

    /// <summary>Returns whether a word is a version (<c>V2</c>, <c>v1beta1</c>) or ends with a date (<c>Api20100401</c>), unlike <c>S3</c>.</summary>
    public static bool IsVersion(string word) =>
        (word.Length > 1 && word[0] is 'v' or 'V' && char.IsDigit(word[1]))
        || word.Reverse().TakeWhile(char.IsDigit).Count() >= FewestDigits;
}
