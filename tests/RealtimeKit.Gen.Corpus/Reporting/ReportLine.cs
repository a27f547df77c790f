using System.Globalization;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>The one line that a document gets.</summary>
internal static class ReportLine
{
    public const string Header = "path\tverdict\toperations\ttypes\temitted_bytes\tgenerator_ms\tcompile_ms\tfirst_diagnostic";

    public static string Of(DocumentReport report) => string.Join(
        '\t',
        Fault.OneLine(report.Name),
        report.Verdict.ToString().ToLowerInvariant(),
        $"{Text(report.Generated)}/{(report.Described is { } described ? Text(described) : "-")}",
        Text(report.Types),
        Text(report.EmittedBytes),
        Text(report.GeneratorMilliseconds),
        Text(report.CompileMilliseconds),
        report.FirstDiagnostic);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
