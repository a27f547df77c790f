using System.Text.RegularExpressions;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>
/// A diagnostic, exception or broken rule of one document. Those of other documents with the same <see cref="Shape"/> count as
/// the same issue.
/// </summary>
/// <param name="Kind">The origin of the issue.</param>
/// <param name="Code">The id of a diagnostic, the type of an exception, or a code of the corpus runner.</param>
/// <param name="Shape">The message without names and numbers.</param>
/// <param name="Count">The number of times in this document.</param>
/// <param name="Example">The first one, with its place.</param>
internal sealed partial record Issue(IssueKind Kind, string Code, string Shape, int Count, string Example)
{
    private const int MaxLength = 400;

    public static Issue Of(IssueKind kind, string code, string message, string place = "") => new(
        kind,
        code,
        OneLine(Numbers().Replace(Routes().Replace(Quoted().Replace(message, "'…'"), "…"), "n")),
        1,
        OneLine(place.Length == 0 ? $"{code} {message}" : $"{code} {place} {message}"));

    public static string OneLine(string text)
    {
        string line = Blanks().Replace(text, " ").Trim();
        return line.Length <= MaxLength ? line : line[..MaxLength] + "…";
    }

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    /// <summary>A method and a path, which messages show without quotes.</summary>
    [GeneratedRegex(@"\b[A-Z]+ /\S*")]
    private static partial Regex Routes();

    [GeneratedRegex(@"\b\d+\b")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+")]
    private static partial Regex Blanks();
}
