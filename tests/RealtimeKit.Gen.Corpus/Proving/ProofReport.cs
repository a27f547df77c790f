using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>What a proof found of one document.</summary>
internal sealed record ProofReport : IReport<ProofReport>
{
    public required string Name { get; init; }

    public required ProofVerdict Verdict { get; init; }

    /// <summary>The verdict in the proof's own words, which the totals count.</summary>
    public required string Word { get; init; }

    /// <summary>How much was looked at.</summary>
    public string Counts { get; init; } = "";

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The document is left out, and why.</summary>
    public static ProofReport LeftOut(DocumentRequest request, string word, string why = "") =>
        new() { Name = request.Name, Verdict = ProofVerdict.LeftOut, Word = word, Counts = Fault.OneLine(why) };

    /// <summary>The document's findings decide.</summary>
    public static ProofReport Of(DocumentRequest request, string holds, string fails, string counts, IReadOnlyList<Finding> findings)
    {
        bool isFailure = findings.Any(static finding => !finding.IsExplained);
        return new ProofReport
        {
            Name = request.Name,
            Verdict = isFailure ? ProofVerdict.Fails : ProofVerdict.Holds,
            Word = isFailure ? fails : holds,
            Counts = counts,
            Findings = findings,
        };
    }

    public static ProofReport Broken(DocumentRequest request, string station, Fault fault) =>
        station == ProofStation.Foreign
            ? LeftOut(request, "unread by NSwag", fault.Example)
            : new() { Name = request.Name, Verdict = ProofVerdict.Fails, Word = "broken", Findings = [new Finding(fault.Code, IsExplained: false, 1, fault.Example)] };
}
