using System.Globalization;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>Has every document proven, and tells the lines, the kinds of finding and the totals.</summary>
internal static class ProofRun
{
    private const int Examples = 3;

    public static async Task<int> RunAsync(CorpusOptions options, TextWriter output)
    {
        IReadOnlyList<DocumentRequest> documents = new DocumentFinder(options).Find();
        if (options.Proof == ProofKind.Pairs)
        {
            documents = FormatPairs.In(documents);
        }

        var reports = new List<ProofReport>();
        await new WorkerPool(options).RunAsync<ProofReport>(documents, report =>
        {
            reports.Add(report);
            output.WriteLine(LineOf(report));
        });

        ProofReport[] sorted = reports.OrderBy(static report => report.Name, StringComparer.Ordinal).ToArray();
        if (options.Report is not null)
        {
            File.WriteAllText(options.Report, string.Join('\n', ["path\tverdict\tcounts\tfindings", .. sorted.Select(LineOf), ""]));
        }

        if (options.Summary)
        {
            WriteKinds(sorted, output);
        }

        output.WriteLine(Totals(sorted));
        return sorted.Any(static report => report.Verdict == ProofVerdict.Fails) ? 1 : 0;
    }

    public static string LineOf(ProofReport report) => string.Join(
        '\t',
        Fault.OneLine(report.Name),
        report.Word,
        report.Counts,
        string.Join("; ", report.Findings.OrderBy(static finding => finding.IsExplained).Select(static finding =>
            string.Create(CultureInfo.InvariantCulture, $"{finding.Kind}{(finding.IsExplained ? "" : "!")} ×{finding.Count} ({Fault.OneLine(finding.Example)})"))));

    public static string Totals(IReadOnlyCollection<ProofReport> reports) => string.Join(", ", reports
        .GroupBy(static report => report.Word, StringComparer.Ordinal)
        .OrderBy(static word => word.First().Verdict)
        .ThenBy(static word => word.Key, StringComparer.Ordinal)
        .Select(static word => string.Create(CultureInfo.InvariantCulture, $"{word.Key} {word.Count()}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"documents {reports.Count}")));

    private static void WriteKinds(IReadOnlyCollection<ProofReport> reports, TextWriter output)
    {
        foreach (var kind in reports
            .SelectMany(static report => report.Findings.Select(finding => (report.Name, Finding: finding)))
            .GroupBy(static pair => (pair.Finding.Kind, pair.Finding.IsExplained))
            .OrderBy(static kind => kind.Key.IsExplained)
            .ThenByDescending(static kind => kind.Count()))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(kind.Key.IsExplained ? "explained" : "UNEXPLAINED"),-12}{kind.Key.Kind}: {kind.Count()} documents, {kind.Sum(static pair => pair.Finding.Count)} times"));
            foreach ((string name, Finding finding) in kind.Take(Examples))
            {
                output.WriteLine($"    {name}: {Fault.OneLine(finding.Example)}");
            }
        }
    }
}
