using System.Text.Json.Nodes;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Proving.Sameness;

/// <summary>Two documents that say the same, one in YAML and one in JSON, give the same bytes.</summary>
internal sealed class PairProof : IProof
{
    public ProofReport Prove(DocumentRequest request, CancellationToken cancellationToken)
    {
        DocumentRequest twin = request with { File = request.Twin! };
        if (Read(request) is not { } one || Read(twin) is not { } other)
        {
            return ProofReport.LeftOut(request, "unread");
        }

        if (TreeDifference.First(one, other) is { } content)
        {
            return ProofReport.LeftOut(request, "of other content", content);
        }

        var first = EmittedClient.Of(LoadedDocument.Load(request).Items, cancellationToken);
        var second = EmittedClient.Of(LoadedDocument.Load(twin).Items, cancellationToken);
        string? difference = first.FirstDifference(second);
        return ProofReport.Of(
            request,
            holds: "same",
            fails: "other bytes",
            $"{first.Sources.Count} files",
            difference is null ? [] : [new Finding("format", IsExplained: false, 1, difference)]);
    }

    private static JsonNode? Read(DocumentRequest request) =>
        TreeReader.Read(File.ReadAllText(request.File)) is { } tree ? TreeJson.Convert(tree) : null;
}
