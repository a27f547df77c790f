using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Proving.Oracle;
using RealtimeKit.Gen.Corpus.Proving.Sameness;
using RealtimeKit.Gen.Corpus.Proving.Stability;

namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>Runs one proof of one document, under its budget and on a stack of a known size.</summary>
internal sealed class ProofTrial(CorpusOptions options, Action<string> enterStation)
{
    private readonly IProof _proof = options.Proof switch
    {
        ProofKind.Oracle => new OracleProof(enterStation),
        ProofKind.Pairs => new PairProof(),
        ProofKind.Determinism => new DeterminismProof(),
        ProofKind.Packed => new PackedProof(),
        ProofKind.Stability => new StabilityProof(),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Proof, "There is nothing to prove."),
    };

    public ProofReport Run(DocumentRequest request)
    {
        using var budget = new ProcessorBudget(TimeSpan.FromSeconds(options.BudgetSeconds));
        enterStation(ProofStation.Generator);
        try
        {
            return SizedStack.Run(options.StackKilobytes, () => _proof.Prove(request, budget.Token));
        }
        catch (OperationCanceledException) when (budget.IsSpent)
        {
            return ProofReport.Broken(request, ProofStation.Generator, Fault.Of(FaultKind.Broken, "over-budget", "The time ran out"));
        }
        catch (Exception exception)
        {
            // The runner goes on: whatever was thrown, it is this document's result.
            return ProofReport.Broken(request, ProofStation.Generator, FaultText.OfException(exception));
        }
    }
}
