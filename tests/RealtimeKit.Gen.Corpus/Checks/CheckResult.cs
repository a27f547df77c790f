using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>The result of a check of one document.</summary>
internal sealed record CheckResult : IResult<CheckResult>
{
    public required string Name { get; init; }

    public required CheckStatus Status { get; init; }

    /// <summary>Gets the status in the words of the check. The totals count these.</summary>
    public required string Label { get; init; }

    /// <summary>Gets a text that says how much was compared, or why the document was skipped.</summary>
    public string Counts { get; init; } = "";

    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Returns the result of a document that cannot be checked.</summary>
    public static CheckResult Skipped(DocumentRequest request, string label, string why = "") =>
        new() { Name = request.Name, Status = CheckStatus.Skipped, Label = label, Counts = Issue.OneLine(why) };

    /// <summary>Returns the result of a document that was compared: it fails if a difference has no published reason.</summary>
    public static CheckResult Of(DocumentRequest request, string holds, string fails, string counts, IReadOnlyList<Difference> differences)
    {
        bool isFailure = differences.Any(static difference => !difference.IsExplained);
        return new CheckResult
        {
            Name = request.Name,
            Status = isFailure ? CheckStatus.Fails : CheckStatus.Holds,
            Label = isFailure ? fails : holds,
            Counts = counts,
            Differences = differences,
        };
    }

    public static CheckResult Broken(DocumentRequest request, string phase, Issue issue) =>
        phase == Phase.OtherParser
            ? Skipped(request, "not read by NSwag", issue.Example)
            : new()
            {
                Name = request.Name,
                Status = CheckStatus.Fails,
                Label = "broken",
                Differences = [new Difference(issue.Code, IsExplained: false, 1, issue.Example)],
            };
}
