using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>
/// Groups the issues of all documents by status: the most frequent issue first, each with the number of documents that
/// have it and the smallest of them.
/// </summary>
internal sealed class Summary(IReadOnlyCollection<CompileResult> results)
{
    private const int MaxRows = 40;
    private const int Examples = 3;

    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        _text.Clear();
        WriteRoles();
        WriteIssues("failed", static result => result.Status == Status.Failed, IssueKind.Compile, IssueKind.Broken);
        WriteIssues("refused, though positive", static result => result.Status == Status.Refused
            && result.Role is DocumentRole.Positive or DocumentRole.Unknown, IssueKind.Error);
        WriteIssues("refused, as negative", static result => result.Status == Status.Refused
            && result.Role is not (DocumentRole.Positive or DocumentRole.Unknown), IssueKind.Error);
        WriteIssues("partial", static result => result.Status == Status.Partial, IssueKind.Warning);
        WriteIssues("diagnostics of what is ok or partial", static result => result.Status is Status.Ok or Status.Partial, IssueKind.Info, IssueKind.Warning);
        WriteSlowest();
        return _text.ToString();
    }

    private void WriteRoles()
    {
        Format($"{"role",-16}{"documents",10}{"ok",7}{"partial",9}{"refused",9}{"failed",8}  operations");
        foreach (IGrouping<string, CompileResult> role in results.GroupBy(static result => result.Role)
            .OrderBy(static role => role.Key, StringComparer.Ordinal))
        {
            Tally tally = Tally.Of(role.ToArray());
            int generated = role.Sum(static result => result.Generated);
            int described = role.Sum(static result => result.Described ?? 0);
            Format($"{role.Key,-16}{tally.Documents,10}{tally.Ok,7}{tally.Partial,9}{tally.Refused,9}{tally.Failed,8}  {generated}/{described}");
        }
    }

    private void WriteIssues(string title, Func<CompileResult, bool> isOfInterest, params IssueKind[] kinds)
    {
        CompileResult[] documents = results.Where(isOfInterest).ToArray();
        var rows = documents
            .SelectMany(result => result.Issues.Where(issue => kinds.Contains(issue.Kind)).Select(issue => (Report: result, Issue: issue)))
            .GroupBy(static pair => (pair.Issue.Code, pair.Issue.Shape))
            .Select(static group => (group.Key.Code, group.Key.Shape, Occurrences: group.OrderBy(static pair => pair.Report.Bytes).ToArray()))
            .OrderByDescending(static row => row.Occurrences.Length)
            .ThenBy(static row => row.Code, StringComparer.Ordinal)
            .ThenBy(static row => row.Shape, StringComparer.Ordinal)
            .ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        Format($"\n== {title}: {documents.Length} documents, {rows.Length} kinds of issue");
        foreach (var row in rows.Take(MaxRows))
        {
            // "Alone" counts the documents that have no other issue: those that a fix of this one is enough for.
            int alone = row.Occurrences.Count(pair => pair.Report.Issues.Count(issue => kinds.Contains(issue.Kind)) == 1);
            Format($"{row.Occurrences.Length,5} documents ({alone} alone, {row.Occurrences.Sum(static pair => pair.Issue.Count)} times)  {row.Code}  {row.Shape}");
            Format($"        {row.Occurrences[0].Issue.Example}");
            foreach ((CompileResult result, _) in row.Occurrences.Take(Examples))
            {
                Format($"        {result.Bytes,9} B  {result.Name}");
            }
        }

        if (rows.Length > MaxRows)
        {
            Format($"    … and {rows.Length - MaxRows} less frequent ones");
        }
    }

    private void WriteSlowest()
    {
        Line("\n== slowest");
        foreach (CompileResult result in results.OrderByDescending(static result => result.GeneratorMilliseconds + result.CompileMilliseconds).Take(8))
        {
            Format($"  generator {result.GeneratorMilliseconds,7} ms  compiler {result.CompileMilliseconds,7} ms  {result.Bytes,9} B → {result.EmittedBytes,10} B  {result.Name}");
        }
    }

    private void Format(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string line) => _text.Append(line).Append('\n');
}
