using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Inserts schemas into a document, used or not, and compares the public API: no existing type or member may change its name.</summary>
internal sealed class StabilityCheck : ICheck
{
    private const string NameChanged = "RTK0040";

    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        if (TreeReader.Read(items[0].Text.GetText(cancellationToken).ToString()) is not { } tree || TreeJson.Convert(tree) is not JsonObject document)
        {
            return CheckResult.Skipped(request, "not read");
        }

        EmittedClient before = Emit(document);
        IReadOnlySet<string> api = PublicApi.Of(Trees(before), cancellationToken);
        if (api.Count == 0)
        {
            return CheckResult.Skipped(request, "refused");
        }

        var differences = new List<Difference>();
        int inserted = 0;
        foreach (Insertion insertion in Insertions.For(document, PublicApi.TypeNames(Trees(before), cancellationToken)))
        {
            foreach (bool isUsed in new[] { false, true })
            {
                inserted += insertion.Names.Count;
                EmittedClient after = Emit(insertion.Into(document, isUsed));
                string[] gone = api.Except(PublicApi.Of(Trees(after), cancellationToken)).Order(StringComparer.Ordinal).ToArray();
                if (gone.Length > 0)
                {
                    bool isTold = insertion.IsTold && after.Diagnostics.Any(static diagnostic => diagnostic.Id == NameChanged);
                    differences.Add(new Difference($"{insertion.Kind}, {(isUsed ? "used" : "unused")}", isTold, gone.Length, gone[0]));
                }
            }
        }

        return CheckResult.Of(request, holds: differences.Count == 0
            ? "stable"
            : "stable but for kinds", fails: "renamed", $"{api.Count} lines of public API, {inserted} schemas inserted", differences);

        EmittedClient Emit(JsonNode variant) => EmittedClient.Of(
            [items[0] with { Text = new SpecFile(items[0].Text.Path, variant.ToJsonString()) }, .. items.Skip(1)],
            cancellationToken);
    }

    private static IEnumerable<SyntaxTree> Trees(EmittedClient client) => client.Sources.Values.Select(static source => source.SyntaxTree);
}
