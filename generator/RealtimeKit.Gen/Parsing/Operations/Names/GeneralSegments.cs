using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>Finds the segments of a path that say nothing about an operation: <c>api</c>, and the version of the API.</summary>
internal static class GeneralSegments
{
    private static readonly HashSet<string> _general = new(StringComparer.OrdinalIgnoreCase) { "api", "apis", "rest" };

    /// <summary>Returns whether a segment is general: <c>api</c>, a version (<c>v1</c>, <c>v{version}</c>) or a number.</summary>
    public static bool Is(string segment) => _general.Contains(segment)
        || TagPrefix.IsVersion(segment)
        || IsVersionParameter(segment)
        || (segment.Any(char.IsDigit) && !segment.Any(char.IsLetter));

    /// <summary>Returns the segments behind the general ones with which a path begins, or all of them if nothing else is left.</summary>
    public static string[] Without(string[] segments)
    {
        int first = Array.FindIndex(segments, static segment => !Is(segment));
        return first > 0 ? segments.Skip(first).ToArray() : segments;
    }

    /// <summary>Returns whether a segment is a parameter for the version, as in <c>/api/v{version}/things</c>.</summary>
    private static bool IsVersionParameter(string segment)
    {
        int start = segment.Length > 0 && segment[0] is 'v' or 'V' ? 1 : 0;
        return segment.Length > start + 2
            && segment[start] == '{'
            && segment.IndexOf('}') == segment.Length - 1
            && string.Concat(Words.Split(segment.Substring(start))).ToUpperInvariant() is "VERSION" or "APIVERSION";
    }
}
