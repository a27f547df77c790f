using System.Text.RegularExpressions;
using RealtimeKit.Gen.Benchmarks.Generating;

namespace RealtimeKit.Gen.Benchmarks.Edits;

/// <summary>Edits one word of a document.</summary>
internal static partial class DocumentEdit
{
    private const string Inserted = "edited_";

    /// <summary>Returns texts of the document with one edited description each. The first are edited near the middle.</summary>
    public static IEnumerable<string> OfDescriptions(MeasuredDocument document) =>
        Edit(document.Text, document.IsJson ? DescriptionInJson() : DescriptionInYaml());

    /// <summary>Returns texts of the document with one renamed property each. The first are edited near the middle.</summary>
    public static IEnumerable<string> OfProperties(MeasuredDocument document) =>
        Edit(document.Text, document.IsJson ? PropertyInJson() : PropertyInYaml());

    private static IEnumerable<string> Edit(string text, Regex place)
    {
        Match[] matches = [.. place.Matches(text).Cast<Match>()];
        int middle = matches.Length / 2;
        return matches
            .Skip(middle)
            .Concat(matches.Take(middle).Reverse())
            .Select(match => text.Insert(match.Groups["word"].Index, Inserted));
    }

    [GeneratedRegex("""
        "description"\s*:\s*"(?<word>[A-Za-z])
        """)]
    private static partial Regex DescriptionInJson();

    [GeneratedRegex("""^\s+description:\s*(?<word>[A-Za-z])""", RegexOptions.Multiline)]
    private static partial Regex DescriptionInYaml();

    [GeneratedRegex("""
        "properties"\s*:\s*\{\s*"(?<word>[a-z]\w*)"\s*:
        """)]
    private static partial Regex PropertyInJson();

    [GeneratedRegex("""^\s+properties:\s*\n\s+(?<word>[a-z]\w*):""", RegexOptions.Multiline)]
    private static partial Regex PropertyInYaml();
}
