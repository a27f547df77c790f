using System.Globalization;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Proving.Sameness;

/// <summary>What carries no meaning has no say: a document is emitted once as it is, and once for each such thing.</summary>
internal sealed class DeterminismProof : IProof
{
    /// <summary>i and İ; another calendar and marks around numbers; U+2212 for a minus; 1,5; "cs" as one letter; Buddhist years.</summary>
    private static readonly string[] _cultures = ["tr-TR", "ar-SA", "fi-FI", "de-DE", "hu-HU", "th-TH"];

    private static readonly int[] _seeds = [1, 2];

    public ProofReport Prove(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        var expected = EmittedClient.Of(items, cancellationToken);
        if (expected.Sources.Count == 0)
        {
            return ProofReport.LeftOut(request, "refused");
        }

        var findings = new List<Finding>();
        int runs = 0;
        Compare("second run", items);
        foreach (string culture in _cultures)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            try
            {
                Compare("culture " + culture, items);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        string lines = items[0].Text.GetText(cancellationToken).ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        Compare("LF", With(items, lines));
        Compare("CRLF", With(items, lines.Replace("\n", "\r\n", StringComparison.Ordinal)));

        if (TreeReader.Read(lines) is { } tree && TreeJson.Convert(tree) is { } json)
        {
            // A schema and its aliases are one type. What JSON has in their place are copies: types of their own.
            bool isMoreThanJson = tree.HasSharedNodes();
            Compare("JSON", With(items, json.ToJsonString()), isMoreThanJson);
            foreach (int seed in _seeds)
            {
                Compare("order of keys", With(items, KeyShuffle.Apply(json, seed).ToJsonString()), isMoreThanJson);
            }
        }

        return ProofReport.Of(request, holds: "same", fails: "other bytes", $"{expected.Sources.Count} files, {runs} runs", findings);

        void Compare(string what, IReadOnlyList<SpecItem> variant, bool isExplained = false)
        {
            runs++;
            if (expected.FirstDifference(EmittedClient.Of(variant, cancellationToken)) is { } difference)
            {
                findings.Add(new Finding(what, isExplained, 1, difference));
            }
        }
    }

    /// <summary>The document in another spelling, under the same name.</summary>
    private static IReadOnlyList<SpecItem> With(IReadOnlyList<SpecItem> items, string text) =>
        [items[0] with { Text = new SpecFile(items[0].Text.Path, text) }, .. items.Skip(1)];
}
