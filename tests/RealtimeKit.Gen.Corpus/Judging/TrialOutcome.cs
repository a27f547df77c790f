using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>Everything that the judge hears about one document.</summary>
internal sealed record TrialOutcome
{
    public required string Role { get; init; }

    /// <summary>Null where the runner itself cannot read the document.</summary>
    public IReadOnlyList<DescribedOperation>? Described { get; init; }

    public IReadOnlyList<EmittedOperation> Emitted { get; init; } = [];

    /// <summary>What the generator reported, and what the driver reported about the generator.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    public IReadOnlyList<Diagnostic> CompileFaults { get; init; } = [];

    public Exception? Exception { get; init; }

    /// <summary>The station that the time ran out in, if it did.</summary>
    public string? OverBudgetIn { get; init; }
}
