using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>
/// The output of the generator and the compiler for one document, from which <see cref="StatusRules"/> decides the status.
/// </summary>
internal sealed record CompileOutput
{
    public required string Role { get; init; }

    /// <summary>Gets the operations of the document, or null if the corpus runner cannot read it.</summary>
    public IReadOnlyList<DescribedOperation>? Described { get; init; }

    public IReadOnlyList<EmittedOperation> Emitted { get; init; } = [];

    /// <summary>Gets the diagnostics of the generator, and those that the driver reported about the generator.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    public IReadOnlyList<Diagnostic> CompilerDiagnostics { get; init; } = [];

    public Exception? Exception { get; init; }

    /// <summary>Gets the phase in which the budget was used up, or null.</summary>
    public string? OverBudgetIn { get; init; }
}
