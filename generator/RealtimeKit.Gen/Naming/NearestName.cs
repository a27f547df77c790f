namespace RealtimeKit.Gen.Naming;

/// <summary>Finds the name that was probably meant, by edit distance, ignoring case. Two swapped letters are one edit.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    public static string? Find(string name, IEnumerable<string> candidates) =>
        FindAll(name, candidates, count: 1).FirstOrDefault();

    public static IReadOnlyList<string> FindAll(string name, IEnumerable<string> candidates, int count) => candidates
        .Where(candidate => Math.Abs(Math.Min(candidate.Length, LongestCompared) - Math.Min(name.Length, LongestCompared)) <= Math.Max(2, name.Length / 3))
        .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
        .Where(pair => pair.Distance <= Math.Max(2, name.Length / 3) && pair.Distance < Math.Max(name.Length, pair.Candidate.Length))
        .OrderBy(static pair => pair.Distance)
        .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
        .Take(count)
        .Select(static pair => pair.Candidate)
        .ToArray();

    /// <summary>Returns "; did you mean …?" for the end of a message, or an empty string if there is no such name.</summary>
    public static string DidYouMean(string? name) => name is null ? "" : $"; did you mean '{name}'?";

    /// <inheritdoc cref="DidYouMean(string?)"/>
    public static string DidYouMean(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "" : $"; did you mean {string.Join(" or ", names.Select(static name => $"'{name}'"))}?";

    /// <summary>Returns " (did you mean …?)" for the middle of a message, or an empty string if there is no such name.</summary>
    public static string MaybeMeant(string? name) => name is null ? "" : $" (did you mean '{name}'?)";

    /// <summary>Returns the most edits by which a word is a misspelling and not another word. Short words are always similar.</summary>
    public static int MostEdits(string word) => word.Length >= 8 ? 2 : word.Length >= 4 ? 1 : 0;

    public static int Distance(string left, string right)
    {
        left = Clip(left);
        right = Clip(right);
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = Enumerable.Range(0, right.Length + 1).ToArray();
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, substitution);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];

        static string Clip(string text) => (text.Length > LongestCompared ? text.Substring(0, LongestCompared) : text).ToLowerInvariant();
    }
}
