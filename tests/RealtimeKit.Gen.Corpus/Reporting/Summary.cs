using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Reporting;

/// <summary>
/// Turns thousands of lines into a list of work: per verdict, what stands in the way of how many documents, the most
/// frequent first, each with the smallest documents that show it.
/// </summary>
internal sealed class Summary(IReadOnlyCollection<DocumentReport> reports)
{
    private const int MaxRows = 40;
    private const int Examples = 3;

    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        _text.Clear();
        WriteRoles();
        WriteFaults("failed", static report => report.Verdict == Verdict.Failed, FaultKind.Compile, FaultKind.Broken);
        WriteFaults("refused, though positive", static report => report.Verdict == Verdict.Refused && report.Role is DocumentRole.Positive or DocumentRole.Unknown, FaultKind.Error);
        WriteFaults("refused, as negative", static report => report.Verdict == Verdict.Refused && report.Role is not (DocumentRole.Positive or DocumentRole.Unknown), FaultKind.Error);
        WriteFaults("partial", static report => report.Verdict == Verdict.Partial, FaultKind.Warning);
        WriteFaults("said in passing", static report => report.Verdict is Verdict.Ok or Verdict.Partial, FaultKind.Info, FaultKind.Warning);
        WriteSlowest();
        return _text.ToString();
    }

    private void WriteRoles()
    {
        Line($"{"role",-16}{"documents",10}{"ok",7}{"partial",9}{"refused",9}{"failed",8}  operations");
        foreach (IGrouping<string, DocumentReport> role in reports.GroupBy(static report => report.Role).OrderBy(static role => role.Key, StringComparer.Ordinal))
        {
            Tally tally = Tally.Of(role.ToArray());
            int generated = role.Sum(static report => report.Generated);
            int described = role.Sum(static report => report.Described ?? 0);
            Line($"{role.Key,-16}{tally.Documents,10}{tally.Ok,7}{tally.Partial,9}{tally.Refused,9}{tally.Failed,8}  {generated}/{described}");
        }
    }

    private void WriteFaults(string title, Func<DocumentReport, bool> isOfInterest, params FaultKind[] kinds)
    {
        DocumentReport[] documents = reports.Where(isOfInterest).ToArray();
        var rows = documents
            .SelectMany(report => report.Faults.Where(fault => kinds.Contains(fault.Kind)).Select(fault => (Report: report, Fault: fault)))
            .GroupBy(static pair => (pair.Fault.Code, pair.Fault.Shape))
            .Select(static group => (group.Key.Code, group.Key.Shape, Occurrences: group.OrderBy(static pair => pair.Report.Bytes).ToArray()))
            .OrderByDescending(static row => row.Occurrences.Length)
            .ThenBy(static row => row.Code, StringComparer.Ordinal)
            .ThenBy(static row => row.Shape, StringComparer.Ordinal)
            .ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        Line($"\n== {title}: {documents.Length} documents, {rows.Length} kinds of fault");
        foreach (var row in rows.Take(MaxRows))
        {
            // "Alone" is what the next fix is worth: the documents in whose way nothing else stands.
            int alone = row.Occurrences.Count(pair => pair.Report.Faults.Count(fault => kinds.Contains(fault.Kind)) == 1);
            Line($"{row.Occurrences.Length,5} documents ({alone} alone, {row.Occurrences.Sum(static pair => pair.Fault.Count)} times)  {row.Code}  {row.Shape}");
            Line($"        {row.Occurrences[0].Fault.Example}");
            foreach ((DocumentReport report, _) in row.Occurrences.Take(Examples))
            {
                Line($"        {report.Bytes,9} B  {report.Name}");
            }
        }

        if (rows.Length > MaxRows)
        {
            Line($"    … and {rows.Length - MaxRows} rarer ones");
        }
    }

    private void WriteSlowest()
    {
        Line("\n== slowest");
        foreach (DocumentReport report in reports.OrderByDescending(static report => report.GeneratorMilliseconds + report.CompileMilliseconds).Take(8))
        {
            Line($"  generator {report.GeneratorMilliseconds,7} ms  compiler {report.CompileMilliseconds,7} ms  {report.Bytes,9} B → {report.EmittedBytes,10} B  {report.Name}");
        }
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string line) => _text.Append(line).Append('\n');
}
