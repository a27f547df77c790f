using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>Writes diagnostics and exceptions as one line.</summary>
internal static class IssueText
{
    public static Issue OfGenerator(Diagnostic diagnostic)
    {
        IssueKind kind = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => IssueKind.Error,
            DiagnosticSeverity.Warning => IssueKind.Warning,
            _ => IssueKind.Info,
        };
        return Issue.Of(kind, diagnostic.Id, Message(diagnostic), PlaceOf(diagnostic));
    }

    /// <summary>Returns the issue with the line of emitted code that does not compile.</summary>
    public static Issue OfCompiler(Diagnostic diagnostic)
    {
        Issue issue = Issue.Of(IssueKind.Compile, diagnostic.Id, Message(diagnostic), PlaceOf(diagnostic));
        SourceText? text = diagnostic.Location.SourceTree?.GetText();
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return text is null || line >= text.Lines.Count
            ? issue
            : issue with { Example = Issue.OneLine($"{issue.Example} ▸ {text.Lines[line].ToString().Trim()}") };
    }

    public static Issue OfException(Exception exception)
    {
        // The shape has the type and method of the first stack frame of this repository, without file and line.
        string frame = exception.StackTrace?
            .Split('\n')
            .Select(static line => line.Trim())
            .FirstOrDefault(static line => line.Contains("RealtimeKit.", StringComparison.Ordinal)) ?? "";
        string method = frame.Split(" in ")[0];
        Issue issue = Issue.Of(IssueKind.Broken, exception.GetType().Name, $"{method}: {exception.Message}");
        return issue with { Example = Issue.OneLine($"{exception.GetType().FullName}: {exception.Message} {frame}") };
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string PlaceOf(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return place.IsValid
            ? string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}):")
            : "";
    }
}
