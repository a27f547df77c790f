using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Proving.Sameness;

/// <summary>
/// The generator of the package gives the bytes and diagnostics of the one that unit tests know: what is tested in the
/// process holds for what ships.
/// </summary>
internal sealed class PackedProof : IProof
{
    public ProofReport Prove(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        var packed = EmittedClient.Of(items, cancellationToken);
        var built = EmittedClient.Of(items, cancellationToken, new ClientGenerator());
        var findings = new List<Finding>();
        if (packed.Exception is { } exception)
        {
            findings.Add(new Finding("packed generator threw", IsExplained: false, 1, exception.ToString()));
        }

        if (PackedGenerator.Missing.Count > 0)
        {
            findings.Add(new Finding("assembly is not in the package", IsExplained: false, PackedGenerator.Missing.Count, string.Join(", ", PackedGenerator.Missing)));
        }

        if (built.FirstDifference(packed) is { } difference)
        {
            findings.Add(new Finding("bytes", IsExplained: false, 1, difference));
        }

        if (!Reported(built).SequenceEqual(Reported(packed), StringComparer.Ordinal))
        {
            findings.Add(new Finding("diagnostics", IsExplained: false, 1, Reported(packed).Except(Reported(built), StringComparer.Ordinal).FirstOrDefault() ?? "fewer"));
        }

        return ProofReport.Of(request, holds: "same", fails: "packed otherwise", $"{built.Sources.Count} files", findings);
    }

    private static IEnumerable<string> Reported(EmittedClient client) => client.Diagnostics.Select(static diagnostic => diagnostic.ToString());
}
