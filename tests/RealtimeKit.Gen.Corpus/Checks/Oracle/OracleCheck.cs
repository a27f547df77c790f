using System.Net;
using NSwag;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Building;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Loading;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>
/// Compares the document that the generator reads with the one that NSwag's own parser reads. Both must describe the same
/// API, except for differences to which <see cref="DifferenceKind"/> gives a reason.
/// </summary>
internal sealed class OracleCheck : ICheck
{
    private readonly Action<string> _enterPhase;

    public OracleCheck(Action<string> enterPhase)
    {
        _enterPhase = enterPhase;

        // NSwag requests http references. Documents that have any are skipped; this proxy makes sure that no request is sent.
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9");
    }

    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        LoadedDocument loaded = LoadedDocument.Load(request);
        string text = loaded.Items[0].Text.GetText(cancellationToken).ToString();
        if (TreeReader.Read(text) is not { } tree || TreeJson.Convert(tree) is not { } json)
        {
            return CheckResult.Skipped(request, "not read by either", "neither YAML nor JSON with unique keys");
        }

        if (OutsideReferences.In(tree) is { } outside)
        {
            return CheckResult.Skipped(request, "not handed over", $"{outside} leaves the document");
        }

        if (Fill(loaded, cancellationToken, out string? refusal) is not { } filled)
        {
            return CheckResult.Skipped(request, "not read by the generator", refusal ?? "");
        }

        _enterPhase(Phase.OtherParser);
        OpenApiDocument read;
        try
        {
            read = OpenApiDocument.FromJsonAsync(OracleInput.Prepare(json).ToJsonString(), cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return CheckResult.Skipped(request, "not read by NSwag", $"{exception.GetType().Name}: {exception.Message}");
        }

        _enterPhase(Phase.Generator);
        var comparison = new DocumentComparison(json, read, filled.Document, filled.Parameters, cancellationToken);
        comparison.Run();
        return CheckResult.Of(
            request, holds: comparison.Differences.Count == 0 ? "agrees" : "agrees but for kinds", fails: "differs", comparison.Counts, comparison.Differences);
    }

    /// <returns>The document, or null if the generator reports an error.</returns>
    private static SpecDocument? Fill(LoadedDocument loaded, CancellationToken cancellationToken, out string? refusal)
    {
        DiagnosticBag diagnostics = new();
        SpecItem item = loaded.Items[0];
        SpecSource source = new(item.Text.Path, item.Text.GetText(cancellationToken).ToString());
        SpecDocument? document = new SpecLoader(source, EquatableArray<SpecSource>.Empty, diagnostics, cancellationToken)
            .Load(EquatableArray<string>.Empty, new SpecLocation("", 0, 0, 0, 0)) is { } spec
            ? new DocumentBuilder(new SpecSlicer(spec.References, diagnostics)
                .Slice(spec.Root, spec.Dialect, SpecSelection.All), spec.References, static _ => null, diagnostics, cancellationToken).Build()
            : null;
        refusal = diagnostics.ToEquatableArray()
            .Select(static diagnostic => diagnostic.ToDiagnostic())
            .Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(static diagnostic => IssueText.OfGenerator(diagnostic).Example)
            .FirstOrDefault();
        return refusal is null ? document : null;
    }
}
