using System.Globalization;
using RealtimeKit.Gen.Corpus.Compiling;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>Formats the result of a document as one line.</summary>
internal static class ResultLine
{
    public const string Header = "path\tstatus\toperations\ttypes\temitted_bytes\tgenerator_ms\tcompile_ms\tfirst_diagnostic";

    public static string Of(CompileResult result) => string.Join(
        '\t',
        Issue.OneLine(result.Name),
        result.Status.ToString().ToLowerInvariant(),
        $"{Text(result.Generated)}/{(result.Described is { } described ? Text(described) : "-")}",
        Text(result.Types),
        Text(result.EmittedBytes),
        Text(result.GeneratorMilliseconds),
        Text(result.CompileMilliseconds),
        result.FirstDiagnostic);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
