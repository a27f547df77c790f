using RealtimeKit.Gen.Corpus.Checks.Oracle;
using RealtimeKit.Gen.Corpus.Checks.Sameness;
using RealtimeKit.Gen.Corpus.Checks.Stability;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>Runs one check of one document, within the budget and on a stack of the size that the command line names.</summary>
internal sealed class CheckRunner(CorpusOptions options, Action<string> enterPhase)
{
    private readonly ICheck _check = options.Check switch
    {
        CheckKind.Oracle => new OracleCheck(enterPhase),
        CheckKind.Pairs => new PairCheck(),
        CheckKind.Determinism => new DeterminismCheck(),
        CheckKind.Packed => new PackedCheck(),
        CheckKind.Names => new NamesCheck(),
        CheckKind.Stability => new StabilityCheck(),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Check, "Not a check that compares."),
    };

    public CheckResult Run(DocumentRequest request)
    {
        using var budget = new ProcessorBudget(TimeSpan.FromSeconds(options.BudgetSeconds));
        enterPhase(Phase.Generator);
        try
        {
            return SizedStack.Run(options.StackKilobytes, () => _check.Run(request, budget.Token));
        }
        catch (OperationCanceledException) when (budget.IsSpent)
        {
            return CheckResult.Broken(request, Phase.Generator, Issue.Of(IssueKind.Broken, "over-budget", "The budget was used up"));
        }
        catch (Exception exception)
        {
            // Every exception is a result of this document, and the run continues.
            return CheckResult.Broken(request, Phase.Generator, IssueText.OfException(exception));
        }
    }
}
