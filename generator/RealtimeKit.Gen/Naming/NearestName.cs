namespace RealtimeKit.Gen.Naming;

/// <summary>Finds the name that was probably meant (Levenshtein distance, case ignored).</summary>
internal static class NearestName
{
    public static string? Find(string name, IEnumerable<string> candidates) =>
        FindAll(name, candidates, count: 1).FirstOrDefault();

    public static IReadOnlyList<string> FindAll(string name, IEnumerable<string> candidates, int count) => candidates
        .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
        .Where(pair => pair.Distance <= Math.Max(2, name.Length / 3))
        .OrderBy(static pair => pair.Distance)
        .ThenBy(static pair => pair.Candidate, StringComparer.Ordinal)
        .Take(count)
        .Select(static pair => pair.Candidate)
        .ToArray();

    private static int Distance(string left, string right)
    {
        const int longestCompared = 64;
        left = Clip(left);
        right = Clip(right);
        int[] previous = Enumerable.Range(0, right.Length + 1).ToArray();
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substitution = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];

        static string Clip(string text) => (text.Length > longestCompared ? text.Substring(0, longestCompared) : text).ToLowerInvariant();
    }
}
