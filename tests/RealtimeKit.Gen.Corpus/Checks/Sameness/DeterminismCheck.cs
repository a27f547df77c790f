using System.Globalization;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Sameness;

/// <summary>Compares what is emitted for a document with what is emitted after each change that does not change its meaning.</summary>
internal sealed class DeterminismCheck : ICheck
{
    /// <summary>Cultures with i and İ, another calendar and marks around numbers, U+2212 as minus, 1,5, "cs" as one letter, and Buddhist years.</summary>
    private static readonly string[] _cultures = ["tr-TR", "ar-SA", "fi-FI", "de-DE", "hu-HU", "th-TH"];

    private static readonly int[] _seeds = [1, 2];

    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        var expected = EmittedClient.Of(items, cancellationToken);
        if (expected.Sources.Count == 0)
        {
            return CheckResult.Skipped(request, "refused");
        }

        var differences = new List<Difference>();
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
            // A schema and its aliases are one type. JSON has a copy for each alias, and each copy is a separate type.
            bool isMoreThanJson = tree.HasSharedNodes();
            Compare("JSON", With(items, json.ToJsonString()), isMoreThanJson);
            foreach (int seed in _seeds)
            {
                Compare("order of keys", With(items, KeyShuffle.Apply(json, seed).ToJsonString()), isMoreThanJson);
            }
        }

        return CheckResult.Of(request, holds: "same", fails: "other bytes", $"{expected.Sources.Count} files, {runs} runs", differences);

        void Compare(string what, IReadOnlyList<SpecItem> variant, bool isExplained = false)
        {
            runs++;
            if (expected.FirstDifference(EmittedClient.Of(variant, cancellationToken)) is { } difference)
            {
                differences.Add(new Difference(what, isExplained, 1, difference));
            }
        }
    }

    /// <summary>Returns the items with another text of the document.</summary>
    private static IReadOnlyList<SpecItem> With(IReadOnlyList<SpecItem> items, string text) =>
        [items[0] with { Text = new SpecFile(items[0].Text.Path, text) }, .. items.Skip(1)];
}
