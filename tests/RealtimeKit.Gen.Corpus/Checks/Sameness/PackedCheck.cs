using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Checks.Sameness;

/// <summary>
/// Compares the generator of the package with the one of the build, which unit tests run in their own process: both must
/// give the same bytes and diagnostics.
/// </summary>
internal sealed class PackedCheck : ICheck
{
    public CheckResult Run(DocumentRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpecItem> items = LoadedDocument.Load(request).Items;
        var packed = EmittedClient.Of(items, cancellationToken);
        var built = EmittedClient.Of(items, cancellationToken, new ClientGenerator());
        var differences = new List<Difference>();
        if (packed.Exception is { } exception)
        {
            differences.Add(new Difference("packed generator threw", IsExplained: false, 1, exception.ToString()));
        }

        if (PackedGenerator.Missing.Count > 0)
        {
            differences.Add(new Difference(
                "assembly is not in the package", IsExplained: false, PackedGenerator.Missing.Count, string.Join(", ", PackedGenerator.Missing)));
        }

        if (built.FirstDifference(packed) is { } difference)
        {
            differences.Add(new Difference("bytes", IsExplained: false, 1, difference));
        }

        if (!Reported(built).SequenceEqual(Reported(packed), StringComparer.Ordinal))
        {
            differences.Add(new Difference(
                "diagnostics", IsExplained: false, 1, Reported(packed).Except(Reported(built), StringComparer.Ordinal).FirstOrDefault() ?? "fewer"));
        }

        return CheckResult.Of(request, holds: "same", fails: "packed otherwise", $"{built.Sources.Count} files", differences);
    }

    private static IEnumerable<string> Reported(EmittedClient client) => client.Diagnostics.Select(static diagnostic => diagnostic.ToString());
}
