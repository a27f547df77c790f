using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Reporting;

namespace RealtimeKit.Gen.Tests.Corpus;

public class ReportingTests
{
    [Fact]
    public void A_document_is_one_line_of_eight_columns()
    {
        string line =
            ResultLine.Of(Report("a\tb\n.yaml", Status.Partial, Issue.Of(IssueKind.Warning, "RTK0032", "'x'\tis\r\nnot\u2028supported", "api.yaml(1,2):")));

        Assert.Equal(
            ["a b .yaml", "partial", "1/2", "3", "4", "5", "6", "RTK0032 api.yaml(1,2): 'x' is not supported"],
            line.Split('\t'));
    }

    [Fact]
    public void The_last_line_counts_the_documents_of_each_status() => Assert.Equal(
        "documents 3, ok 1, partial 0, refused 0, failed 2",
        Tally.Of([Report("a", Status.Ok), Report("b", Status.Failed), Report("c", Status.Failed)]).ToString());

    [Fact]
    public void The_summary_groups_like_issues_and_shows_the_smallest_documents_first()
    {
        CompileResult[] results = Enumerable.Range(1, 5)
            .Select(static size =>
                Report($"d{size}", Status.Failed, Issue.Of(IssueKind.Compile, "CS0102", $"The type 'T{size}' already contains it")) with { Bytes = 100 - size })
            .Append(Report("other", Status.Failed, Issue.Of(IssueKind.Compile, "CS0103", "The name 'x' does not exist")))
            .ToArray();

        string summary = new Summary(results).ToString();

        Assert.Contains("5 documents (5 alone, 5 times)  CS0102  The type '…' already contains it", summary);
        Assert.True(summary.IndexOf("d5", StringComparison.Ordinal) < summary.IndexOf("d3", StringComparison.Ordinal));
        Assert.True(summary.IndexOf("CS0102", StringComparison.Ordinal) < summary.IndexOf("CS0103", StringComparison.Ordinal));
    }

    private static CompileResult Report(string name, Status status, params Issue[] issues) => new()
    {
        Name = name,
        Role = "positive",
        Bytes = 1,
        Status = status,
        Generated = 1,
        Described = 2,
        Types = 3,
        EmittedBytes = 4,
        GeneratorMilliseconds = 5,
        CompileMilliseconds = 6,
        Issues = issues,
        FirstDiagnostic = issues.Length > 0 ? issues[0].Example : "",
    };
}
