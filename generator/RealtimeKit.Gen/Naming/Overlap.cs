namespace RealtimeKit.Gen.Naming;

/// <summary>Finds the words with which one name ends and another one begins (<c>Budget</c>, <c>BudgetType</c>).</summary>
internal static class Overlap
{
    /// <summary>The most words that are compared.</summary>
    private const int MostWords = 64;

    /// <summary>
    /// Returns a name without the words with which the name before it ends. At least one word is left, because a single repeated word
    /// (<c>CommitCommit</c>) distinguishes the inner type from the outer one.
    /// </summary>
    /// <param name="before">The name that precedes.</param>
    /// <param name="name">A name in Pascal case.</param>
    public static string Without(string before, string name)
    {
        List<string> words = Words.Split(name);
        List<string> earlier = Words.Split(before);
        for (int count = Math.Min(words.Count - 1, MostWords); count > 0; count--)
        {
            string start = string.Concat(words.Take(count));
            bool isRepeated = name.StartsWith(start, StringComparison.Ordinal)
                && before.EndsWith(start, StringComparison.Ordinal)
                && earlier.Skip(earlier.Count - count).SequenceEqual(words.Take(count), StringComparer.Ordinal);
            if (isRepeated)
            {
                return name.Substring(start.Length);
            }
        }

        return name;
    }
}
