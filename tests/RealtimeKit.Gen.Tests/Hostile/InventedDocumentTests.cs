using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Testing.Inventing;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// Tests random valid documents: none is refused, no operation is lost without a diagnostic, and the emitted code compiles.
/// </summary>
public class InventedDocumentTests
{
    [Fact]
    public void Whatever_is_valid_comes_out_and_compiles()
    {
        int[] seeds = Enumerable.Range(TestRun.Seed, TestRun.Count(inShort: 60, inLong: 10_000)).ToArray();

        HostileRun.All(seeds, static seed =>
        {
            (string json, int operations) = InventedDocument.Invent(seed);
            HostileProbe probe = HostileProbe.Run(json);
            string? fault = probe.Misbehaviour
                ?? probe.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.ToString()
                ?? Missing(probe, operations)
                ?? probe.CompileFault(Stream.Null);
            return fault is null ? null : $"{fault}\n    {TestRun.SeedVariable}={seed} {TestRun.CountVariable}=1";
        });
    }

    [Fact]
    public void The_same_seed_invents_the_same_document() => Assert.Equal(InventedDocument.Invent(7), InventedDocument.Invent(7));

    private static string? Missing(HostileProbe probe, int operations)
    {
        int emitted = EmittedOperation.In(probe.Trees.SelectMany(static tree => EmittedOperation.Declarations(tree, CancellationToken.None))).Count;
        return emitted == operations ? null : $"{emitted} of {operations} operations came out";
    }
}
