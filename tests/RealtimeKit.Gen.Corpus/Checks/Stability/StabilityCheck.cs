using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>
/// Inserts schemas into a document, used or not, and compares the public API: no existing type or member may change its name.
/// Without a names file, some kinds of names may change if a diagnostic reports it. With a names file, none may, nor in other
/// later versions of the document.
/// </summary>
internal sealed class StabilityCheck : ICheck
{
    private const string NameChanged = "RTK0040";

    /// <summary>What is reported about the lines of a names file. One that was just written has no fault.</summary>
    private static readonly FrozenSet<string> _ofNamesFiles = FrozenSet.Create("RTK0064", "RTK0065", "RTK0066", "RTK0067");

    /// <summary>The number of names that are shown as examples.</summary>
    private const int Shown = 4;

    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        if (TreeReader.Read(items[0].Text.GetText(cancellationToken).ToString()) is not { } tree || TreeJson.Convert(tree) is not JsonObject document)
        {
            return CheckResult.Skipped(request, "not read");
        }

        EmittedClient before = Emit(document, items);
        IReadOnlySet<string> api = PublicApi.Of(Trees(before), cancellationToken);
        if (api.Count == 0)
        {
            return CheckResult.Skipped(request, "refused");
        }

        EmittedClient named = Emit(document, NamesFile.With(items, text: null, isUpdated: true));
        string names = NamesFile.TextOf(named.Sources.Select(static source => KeyValuePair.Create(source.Key, source.Value.SourceText.ToString())));
        IReadOnlyList<SpecItem> locked = NamesFile.With(items, names);
        var differences = new List<Difference>();
        int inserted = 0;
        if (Gone(document, locked, out EmittedClient again) is { Length: > 0 } own)
        {
            differences.Add(new Difference("its own names file", IsExplained: false, own.Length, own[0]));
        }

        if (again.Diagnostics.Where(static diagnostic => _ofNamesFiles.Contains(diagnostic.Id)).ToArray() is { Length: > 0 } reported)
        {
            differences.Add(new Difference("reports of its own names file", IsExplained: false, reported.Length, reported[0].GetMessage(CultureInfo.InvariantCulture)));
        }

        foreach (Insertion insertion in Insertions.For(document, PublicApi.TypeNames(Trees(before), cancellationToken)))
        {
            foreach (bool isUsed in new[] { false, true })
            {
                inserted += insertion.Names.Count;
                JsonNode after = insertion.Into(document, isUsed);
                string kind = $"{insertion.Kind}, {(isUsed ? "used" : "unused")}";
                if (Gone(after, items, out EmittedClient client) is { Length: > 0 } gone)
                {
                    bool isTold = insertion.IsTold && client.Diagnostics.Any(static diagnostic => diagnostic.Id == NameChanged);
                    differences.Add(new Difference(kind, isTold, gone.Length, gone[0]));
                }

                if (Gone(after, locked, out _) is { Length: > 0 } renamed)
                {
                    differences.Add(new Difference(kind + ", with a names file", IsExplained: false, renamed.Length, renamed[0]));
                }
            }
        }

        foreach (LaterVersion version in LaterVersions.Of(document))
        {
            EmittedClient client = Emit(version.Document, locked);
            string[] renamed = client.IsRefused
                ? []
                : Lost(client, version.KeepsTypes);
            if (renamed.Length > 0)
            {
                // Only this file changes, so one schema of two that share a type can change, and the other one, in another file, not.
                bool isSplit = items.Count > 1 && version.KeepsTypes && Lost(client, withTypes: false).Length == 0;
                differences.Add(new Difference(version.Kind, isSplit, renamed.Length, string.Join(", ", renamed.Take(Shown))));
            }
        }

        return CheckResult.Of(request, holds: differences.Count == 0
            ? "stable"
            : "stable but for kinds", fails: "renamed", $"{api.Count} lines of public API, {inserted} schemas inserted", differences);

        string[] Lost(EmittedClient client, bool withTypes) => PublicApi.NamesOf(Trees(before), withTypes, cancellationToken)
            .Except(PublicApi.NamesOf(Trees(client), withTypes, cancellationToken))
            .Order(StringComparer.Ordinal)
            .ToArray();

        string[] Gone(JsonNode variant, IReadOnlyList<SpecItem> with, out EmittedClient client)
        {
            client = Emit(variant, with);
            return api.Except(PublicApi.Of(Trees(client), cancellationToken)).Order(StringComparer.Ordinal).ToArray();
        }

        EmittedClient Emit(JsonNode variant, IReadOnlyList<SpecItem> with) => EmittedClient.Of(
            [with[0] with { Text = new SpecFile(with[0].Text.Path, variant.ToJsonString()) }, .. with.Skip(1)],
            cancellationToken);
    }

    private static IEnumerable<SyntaxTree> Trees(EmittedClient client) => client.Sources.Values.Select(static source => source.SyntaxTree);
}
