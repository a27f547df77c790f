using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the patterns of a project file that match no file. MSBuild creates no item for such a pattern, so the client, reference
/// or overlay would be missing without a diagnostic.
/// </summary>
/// <param name="projectPath">The project file. MSBuild resolves patterns from its folder.</param>
/// <param name="paths">The files that the items of the project name.</param>
internal sealed class ItemPatterns(string projectPath, EquatableArray<string> paths)
{
    private readonly List<(string Pattern, string Option, SpecLocation Location)> _unmatched = [];

    /// <param name="list">The value of an attribute: several entries are separated by <c>;</c>.</param>
    /// <param name="option">The name of the attribute.</param>
    /// <param name="location">The place to report.</param>
    public void Add(string list, string option, SpecLocation location)
    {
        foreach (string entry in list.Split(';').Select(static entry => entry.Trim()))
        {
            if (IsPattern(entry) && !Matches(entry))
            {
                _unmatched.Add((entry, option, location));
            }
        }
    }

    public void Report(DiagnosticBag diagnostics)
    {
        foreach ((string pattern, string option, SpecLocation location) in _unmatched)
        {
            diagnostics.Add(Descriptors.FileNotFound, location, pattern, $"; no file matches this {option}");
        }
    }

    /// <summary>
    /// Returns whether the entry is a pattern that can be evaluated here. Properties, other items and escapes are known only to
    /// MSBuild.
    /// </summary>
    private static bool IsPattern(string entry) => entry.IndexOfAny(['*', '?']) >= 0 && entry.IndexOfAny(['$', '@', '%']) < 0;

    /// <summary>Returns whether one of the files may be meant. A pattern is not reported only because the folder differs.</summary>
    private bool Matches(string pattern)
    {
        string normalized = pattern.Replace('\\', '/');
        bool isRooted = normalized.StartsWith("/", StringComparison.Ordinal) || normalized.IndexOf(':') == 1;
        string folder = isRooted ? "" : projectPath.Substring(0, projectPath.Length - SpecPath.FileName(projectPath).Length);
        Glob glob = new(SpecPath.Normalize(folder + normalized).Replace("**/", "**"));
        return paths.Any(glob.IsMatch);
    }
}
