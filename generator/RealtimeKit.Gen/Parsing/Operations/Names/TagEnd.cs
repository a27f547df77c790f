using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the names without the last words of the tag behind the verb, because the last words say what a class is about:
/// <c>DeletePool</c> under the tag <c>Account load balancer pools</c> becomes <c>Delete</c>.
/// </summary>
internal static class TagEnd
{
    /// <summary>Words behind which a tag says of what or for whom its things are.</summary>
    private static readonly HashSet<string> _prepositions = new(StringComparer.OrdinalIgnoreCase) { "by", "for", "from", "in", "of", "on", "to", "with" };

    /// <summary>The most words of an end.</summary>
    private const int MostWords = 60;

    /// <summary>Returns the names without the last words of the tag, the shortest first.</summary>
    /// <param name="name">A name in Pascal case.</param>
    public static IEnumerable<string> Omitted(string name, string group)
    {
        List<string> words = Words.Split(name);
        string[] tag = words.Count > 1 && Verbs.Are(words[0]) ? Head(group) : [];
        tag = Array.Exists(tag, word => new TagName(word).Is(words[0])) ? [] : tag;

        // A name is too short for more words.
        int first = tag.Length < Words.Split(group).Count ? 0 : 1;
        for (int skipped = Math.Max(first, tag.Length - MostWords); skipped < tag.Length; skipped++)
        {
            int length = new TagName(string.Concat(tag.Skip(skipped))).CountIn(words, start: 1);
            if (length > 0 && !IsJoined(words, 1 + length))
            {
                return [Identifier.Pascal(words[0] + " " + string.Join(" ", words.Skip(1 + length)))];
            }
        }

        return [];
    }

    private static bool IsJoined(List<string> words, int at) => at < words.Count && (words[at] is "And" or "Or");

    /// <summary>Returns the words of a tag without what its things are for, and without a remark: <c>Rate limits for a zone (deprecated)</c>.</summary>
    public static string[] Head(string tag)
    {
        int remark = tag.IndexOf('(');
        string[] words = Words.Split(remark > 0 ? tag.Substring(0, remark) : tag).ToArray();
        int end = Array.FindIndex(words, _prepositions.Contains);
        return words.Take(end > 0 ? end : words.Length).ToArray();
    }
}
