using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the words before the tag at the end of a name that the path says before the tag: <c>ListCallEvent</c> under the tag <c>Event</c>,
/// for the path <c>/Calls/{id}/Events</c>.
/// </summary>
internal static class PathQualifier
{
    /// <summary>Returns the words between the verb and the tag, or null if the name or the path does not have them.</summary>
    /// <param name="name">A name in Pascal case.</param>
    public static string? Of(string name, string path, string group)
    {
        string[] words = Words.Split(name).ToArray();
        TagName tag = new(group);
        int length = group.Length == 0 || !Verbs.Are(words[0]) ? 0
            : Enumerable.Range(1, Math.Max(0, words.Length - 2)).LastOrDefault(count => tag.Is(string.Concat(words.Skip(words.Length - count))));
        string qualifier = string.Concat(words.Skip(1).Take(words.Length - 1 - length));
        return length > 0 && IsIn(path, qualifier) ? qualifier : null;
    }

    /// <summary>Returns whether adjacent segments of the path, without parameters, are the qualifier in singular or plural.</summary>
    private static bool IsIn(string path, string qualifier)
    {
        string[] segments = path.Split('/')
            .Where(static segment => segment.Length > 0 && segment[0] != '{')
            .Select(static segment => Singular(segment))
            .ToArray();
        return Enumerable.Range(0, segments.Length).Any(start => IsAt(segments, start, qualifier));
    }

    /// <summary>Returns whether adjacent segments from one on are the qualifier.</summary>
    private static bool IsAt(string[] segments, int start, string qualifier)
    {
        int length = 0;
        for (int at = start; at < segments.Length && length < qualifier.Length; at++)
        {
            if (string.Compare(qualifier, length, segments[at], 0, segments[at].Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return false;
            }

            length += segments[at].Length;
        }

        return length > 0 && length == qualifier.Length;
    }

    private static string Singular(string segment)
    {
        string name = Identifier.Pascal(segment).Replace("_", "");
        return Plural.Singular(name) ?? name;
    }
}
