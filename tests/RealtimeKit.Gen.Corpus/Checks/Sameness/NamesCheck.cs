using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Checks.Sameness;

/// <summary>
/// Writes the names file of a document and reads it back: the client must be the same as without the file, and nothing may be reported
/// beyond what is reported without it.
/// </summary>
internal sealed class NamesCheck : ICheck
{
    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        var expected = EmittedClient.Of(items, cancellationToken);
        if (expected.Sources.Count == 0)
        {
            return CheckResult.Skipped(request, "refused");
        }

        string names = Write(items, names: null, cancellationToken);
        var named = EmittedClient.Of(NamesFile.With(items, names), cancellationToken);
        var differences = new List<Difference>();
        Add("bytes", expected.FirstDifference(named));
        Add("diagnostics", Reported(named).Except(Reported(expected), StringComparer.Ordinal).FirstOrDefault());
        Add("written again", Write(items, names, cancellationToken) == names ? null : "another text");
        return CheckResult.Of(request, holds: "same", fails: "other client", $"{names.Count(static letter => letter == '\n')} lines", differences);

        void Add(string what, string? difference)
        {
            if (difference is not null)
            {
                differences.Add(new Difference(what, IsExplained: false, 1, difference));
            }
        }
    }

    private static string Write(IReadOnlyList<SpecItem> items, string? names, CancellationToken cancellationToken)
    {
        var client = EmittedClient.Of(NamesFile.With(items, names, isUpdated: true), cancellationToken);
        return NamesFile.TextOf(client.Sources.Select(static source => KeyValuePair.Create(source.Key, source.Value.SourceText.ToString())));
    }

    private static IEnumerable<string> Reported(EmittedClient client) => client.Diagnostics
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Info)
        .Select(static diagnostic => diagnostic.ToString());
}
