using System.Net;
using NSwag;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Proving.Oracle;

/// <summary>
/// NSwag's own parser is the oracle: where it reads a document at all, our filled document must describe the same API,
/// or differ in ways alone that <see cref="DifferenceKind"/> gives a reason for.
/// </summary>
internal sealed class OracleProof : IProof
{
    private readonly Action<string> _enterStation;

    public OracleProof(Action<string> enterStation)
    {
        _enterStation = enterStation;

        // NSwag requests what an http reference names. No document with one gets there; and should one, nobody answers.
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9");
    }

    public ProofReport Prove(DocumentRequest request, CancellationToken cancellationToken)
    {
        LoadedDocument loaded = LoadedDocument.Load(request);
        string text = loaded.Items[0].Text.GetText(cancellationToken).ToString();
        if (TreeReader.Read(text) is not { } tree || TreeJson.Convert(tree) is not { } json)
        {
            return ProofReport.LeftOut(request, "unread by both", "neither YAML nor JSON of unique keys");
        }

        if (OutsideReferences.In(tree) is { } outside)
        {
            return ProofReport.LeftOut(request, "not handed over", $"{outside} leaves the document");
        }

        if (Fill(loaded, cancellationToken, out string? refusal) is not { } filled)
        {
            return ProofReport.LeftOut(request, "unread by us", refusal ?? "");
        }

        _enterStation(ProofStation.Foreign);
        OpenApiDocument read;
        try
        {
            read = OpenApiDocument.FromJsonAsync(OracleInput.Prepare(json).ToJsonString(), cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ProofReport.LeftOut(request, "unread by NSwag", $"{exception.GetType().Name}: {exception.Message}");
        }

        _enterStation(ProofStation.Generator);
        var comparison = new DocumentComparison(json, read, filled.Document, filled.Parameters, cancellationToken);
        comparison.Run();
        return ProofReport.Of(request, holds: comparison.Findings.Count == 0 ? "agrees" : "agrees but for kinds", fails: "differs", comparison.Counts, comparison.Findings);
    }

    /// <returns>Null where an error says that the document is not valid.</returns>
    private static SpecDocument? Fill(LoadedDocument loaded, CancellationToken cancellationToken, out string? refusal)
    {
        DiagnosticBag diagnostics = new();
        SpecItem item = loaded.Items[0];
        SpecSource source = new(item.Text.Path, item.Text.GetText(cancellationToken).ToString());
        SpecDocument? document = new SpecLoader(source, EquatableArray<SpecSource>.Empty, diagnostics, cancellationToken)
            .Load(EquatableArray<string>.Empty, new SpecLocation("", 0, 0, 0, 0)) is { } spec
            ? new DocumentBuilder(new SpecSlicer(spec.References, diagnostics).Slice(spec.Root, spec.Dialect, SpecSelection.All), spec.References, diagnostics, cancellationToken).Build()
            : null;
        refusal = diagnostics.ToEquatableArray()
            .Select(static diagnostic => diagnostic.ToDiagnostic())
            .Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(static diagnostic => FaultText.OfGenerator(diagnostic).Example)
            .FirstOrDefault();
        return refusal is null ? document : null;
    }
}
