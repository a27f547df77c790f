using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>How many documents got which verdict.</summary>
internal sealed record Tally(int Documents, int Ok, int Partial, int Refused, int Failed)
{
    public static Tally Of(IReadOnlyCollection<DocumentReport> reports) => new(
        reports.Count,
        reports.Count(static report => report.Verdict == Verdict.Ok),
        reports.Count(static report => report.Verdict == Verdict.Partial),
        reports.Count(static report => report.Verdict == Verdict.Refused),
        reports.Count(static report => report.Verdict == Verdict.Failed));

    public override string ToString() => $"documents {Documents}, ok {Ok}, partial {Partial}, refused {Refused}, failed {Failed}";
}
