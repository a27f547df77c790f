using RealtimeKit.Gen.Corpus.Compiling;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>The number of documents of each status.</summary>
internal sealed record Tally(int Documents, int Ok, int Partial, int Refused, int Failed)
{
    public static Tally Of(IReadOnlyCollection<CompileResult> results) => new(
        results.Count,
        results.Count(static result => result.Status == Status.Ok),
        results.Count(static result => result.Status == Status.Partial),
        results.Count(static result => result.Status == Status.Refused),
        results.Count(static result => result.Status == Status.Failed));

    public override string ToString() => $"documents {Documents}, ok {Ok}, partial {Partial}, refused {Refused}, failed {Failed}";
}
