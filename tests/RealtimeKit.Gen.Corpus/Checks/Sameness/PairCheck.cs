using System.Text.Json.Nodes;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Sameness;

/// <summary>Compares what is emitted for the YAML and the JSON form of a document.</summary>
internal sealed class PairCheck : ICheck
{
    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        DocumentRequest twin = request with { File = request.Twin! };
        if (Read(request) is not { } one || Read(twin) is not { } other)
        {
            return CheckResult.Skipped(request, "not read");
        }

        if (TreeDifference.First(one, other) is { } content)
        {
            return CheckResult.Skipped(request, "of other content", content);
        }

        var first = EmittedClient.Of(LoadedDocument.Load(request).Items, cancellationToken);
        var second = EmittedClient.Of(LoadedDocument.Load(twin).Items, cancellationToken);
        string? difference = first.FirstDifference(second);
        return CheckResult.Of(
            request,
            holds: "same",
            fails: "other bytes",
            $"{first.Sources.Count} files",
            difference is null ? [] : [new Difference("format", IsExplained: false, 1, difference)]);
    }

    private static JsonNode? Read(DocumentRequest request) =>
        TreeReader.Read(File.ReadAllText(request.File)) is { } tree ? TreeJson.Convert(tree) : null;
}
