using System.Globalization;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Mutating;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>Runs a check on all documents, and prints one line per document, the kinds of difference and the totals.</summary>
internal static class CheckRun
{
    private const int Examples = 3;

    public static async Task<int> RunAsync(CorpusOptions options, TextWriter output)
    {
        IReadOnlyList<DocumentRequest> documents = new DocumentFinder(options).Find();
        MutatedDocuments? mutated = options.Mutation is { } mutation ? MutatedDocuments.Create(mutation, documents) : null;
        documents = options.Check == CheckKind.Pairs ? FormatPairs.In(documents) : mutated?.Requests ?? documents;

        var results = new List<CheckResult>();
        await new WorkerPool(options).RunAsync<CheckResult>(documents, result =>
        {
            results.Add(result);
            output.WriteLine(LineOf(result));
        });

        CheckResult[] sorted = results.OrderBy(static result => result.Name, StringComparer.Ordinal).ToArray();
        if (options.Report is not null)
        {
            File.WriteAllText(options.Report, string.Join('\n', ["path\tstatus\tcounts\tdifferences", .. sorted.Select(LineOf), ""]));
        }

        if (options.Summary)
        {
            WriteKinds(sorted, output);
        }

        mutated?.Keep(sorted.Where(static result => result.Status == CheckStatus.Fails).Select(static result => result.Name), output);
        output.WriteLine(Totals(sorted));
        return sorted.Any(static result => result.Status == CheckStatus.Fails) ? 1 : 0;
    }

    public static string LineOf(CheckResult result) => string.Join(
        '\t',
        Issue.OneLine(result.Name),
        result.Label,
        result.Counts,
        string.Join("; ", result.Differences.OrderBy(static difference => difference.IsExplained).Select(static difference =>
            string.Create(CultureInfo.InvariantCulture,
                $"{difference.Kind}{(difference.IsExplained ? "" : "!")} ×{difference.Count} ({Issue.OneLine(difference.Example)})"))));

    public static string Totals(IReadOnlyCollection<CheckResult> results) => string.Join(", ", results
        .GroupBy(static result => result.Label, StringComparer.Ordinal)
        .OrderBy(static label => label.First().Status)
        .ThenBy(static label => label.Key, StringComparer.Ordinal)
        .Select(static label => string.Create(CultureInfo.InvariantCulture, $"{label.Key} {label.Count()}"))
        .Prepend(string.Create(CultureInfo.InvariantCulture, $"documents {results.Count}")));

    private static void WriteKinds(IReadOnlyCollection<CheckResult> results, TextWriter output)
    {
        foreach (var kind in results
            .SelectMany(static result => result.Differences.Select(difference => (result.Name, Difference: difference)))
            .GroupBy(static pair => (pair.Difference.Kind, pair.Difference.IsExplained))
            .OrderBy(static kind => kind.Key.IsExplained)
            .ThenByDescending(static kind => kind.Count()))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(kind.Key.IsExplained ? "explained" : "UNEXPLAINED"),-12}{kind.Key.Kind}: "
                    + $"{kind.Count()} documents, {kind.Sum(static pair => pair.Difference.Count)} times"));
            foreach ((string name, Difference difference) in kind.Take(Examples))
            {
                output.WriteLine($"    {name}: {Issue.OneLine(difference.Example)}");
            }
        }
    }
}
