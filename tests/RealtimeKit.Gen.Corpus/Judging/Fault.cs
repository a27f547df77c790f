using System.Text.RegularExpressions;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>Something said about a document, with its like among other documents found by <see cref="Shape"/>.</summary>
/// <param name="Kind">Who says it.</param>
/// <param name="Code">A diagnostic's id, an exception's type, or a word of the runner.</param>
/// <param name="Shape">The message without the names that are this document's own.</param>
/// <param name="Count">How often in this document.</param>
/// <param name="Example">The first one, with its place.</param>
internal sealed partial record Fault(FaultKind Kind, string Code, string Shape, int Count, string Example)
{
    private const int MaxLength = 400;

    public static Fault Of(FaultKind kind, string code, string message, string place = "") => new(
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
