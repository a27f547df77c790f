using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Spells paths as a person would say them: <c>customers/{id}/cards/{card}</c> is <c>CustomerCard</c>, because a parameter behind a plural
/// selects one of several.
/// </summary>
internal static class PathWords
{
    /// <summary>Returns the words of the segments. A parameter without a plural before it remains (<c>image/{size}</c> is <c>image by {size}</c>).</summary>
    /// <param name="isOfOne">Whether a parameter selects one of several, so that its name is not needed.</param>
    public static string Of(IReadOnlyList<string> segments, out bool isOfOne)
    {
        List<string> words = [];
        isOfOne = false;
        bool isSelected = false;
        for (int i = 0; i < segments.Count; i++)
        {
            bool isParameter = ShortNames.IsParameter(segments[i]);
            bool isBeforeParameter = !isParameter && i + 1 < segments.Count && IsOnlyParameter(segments[i + 1]);
            string? single = isBeforeParameter ? Plural.Singular(Identifier.Pascal(segments[i])) : null;
            isSelected = single is not null || (isSelected && IsOnlyParameter(segments[i]));
            isOfOne |= single is not null;
            if (single is not null || !isSelected)
            {
                words.Add(single ?? ShortNames.Spell(segments[i]));
            }
        }

        return string.Join(" ", words);
    }

    /// <summary>Returns the segments from the one on with which the operationId continues behind the method, or null.</summary>
    /// <param name="words">The words of the operationId, in lower case.</param>
    public static string[]? Rest(string[] words, string method, string path)
    {
        string[] segments = ShortNames.Segments(path);
        string[] verb = ShortNames.Lower(method);
        if (!words.Take(verb.Length).SequenceEqual(verb, StringComparer.Ordinal))
        {
            return null;
        }

        string[] behind = words.Skip(verb.Length).ToArray();
        return Rest(behind, segments, segments) ?? Rest(behind, segments, Array.ConvertAll(segments, LastWord));
    }

    /// <summary>Returns a path whose parameters are their last words, as operationIds spell it: <c>/things/{id}</c> for <c>/things/{thing_id}</c>.</summary>
    public static string WithLastWords(string path) => string.Join("/", ShortNames.Segments(path).Select(LastWord));

    private static string LastWord(string segment) =>
        IsOnlyParameter(segment) && Words.Split(segment).LastOrDefault() is { } word ? "{" + word + "}" : segment;

    private static string[]? Rest(string[] words, string[] segments, string[] spelled)
    {

        // Only one segment with words is as many words from the end as the operationId has behind the method.
        int left = words.Length;
        for (int at = spelled.Length - 1; at >= 0 && left > 0; at--)
        {
            string[] own = ShortNames.Lower(spelled[at]);
            left -= own.Length;
            if (left == 0 && own.Length > 0)
            {
                return words.SequenceEqual(ShortNames.Lower(string.Join(" ", spelled.Skip(at))), StringComparer.Ordinal) ? segments.Skip(at).ToArray() : null;
            }
        }

        return null;
    }

    private static bool IsOnlyParameter(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment.IndexOf('}') == segment.Length - 1;
}
