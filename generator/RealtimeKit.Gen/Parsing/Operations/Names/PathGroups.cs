using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Groups the operations of a large document without tags by their paths: <c>/v1/customers/{id}</c> belongs to <c>customers</c>.
/// A small document needs no groups, and paths that each have a name of their own give none.
/// </summary>
internal static class PathGroups
{
    private const int FewestOperations = 40;

    private const int FewestOfGroup = 3;

    private static readonly char[] _ends = ['.', ':', '(', '{', '?', '#'];

    /// <summary>Returns the group of each path, or an empty string for a path without one.</summary>
    /// <param name="paths">The path of each operation.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> paths)
    {
        Dictionary<string, string[]> literals = paths.Distinct(StringComparer.Ordinal).ToDictionary(static path => path, Literals, StringComparer.Ordinal);
        int shared = Shared(literals.Values.ToArray());
        return literals.ToDictionary(
            static path => path.Key,
            path => path.Value.Skip(shared).FirstOrDefault(static segment => !GeneralSegments.Is(segment)) ?? "",
            StringComparer.Ordinal);
    }

    /// <summary>Returns whether the operations are so many, and their groups so large, that groups help a reader.</summary>
    /// <param name="paths">The path of each operation.</param>
    public static bool AreUseful(IReadOnlyList<string> paths, IReadOnlyDictionary<string, string> groups) =>
        paths.Count >= FewestOperations
        && paths.Count >= FewestOfGroup * groups.Values.Select(static group => Identifier.Pascal(group)).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Returns the number of segments with which all paths begin, and behind which each has another.</summary>
    private static int Shared(string[][] paths)
    {
        int shared = 0;
        while (paths.Length > 0 && Array.TrueForAll(paths, path => shared + 1 < path.Length && path[shared] == paths[0][shared]))
        {
            shared++;
        }

        return shared;
    }

    /// <summary>Returns the segments that are no parameters, without what follows a name.</summary>
    private static string[] Literals(string path) => path.Split('/')
        .Select(static segment => segment.IndexOfAny(_ends) is >= 0 and var end ? segment.Substring(0, end) : segment)
        .Where(static segment => segment.Any(char.IsLetterOrDigit))
        .ToArray();
}
