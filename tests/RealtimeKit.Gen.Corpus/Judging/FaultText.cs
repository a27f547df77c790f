using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>Puts diagnostics and exceptions into one line that a developer can act on.</summary>
internal static class FaultText
{
    public static Fault OfGenerator(Diagnostic diagnostic)
    {
        FaultKind kind = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => FaultKind.Error,
            DiagnosticSeverity.Warning => FaultKind.Warning,
            _ => FaultKind.Info,
        };
        return Fault.Of(kind, diagnostic.Id, Message(diagnostic), PlaceOf(diagnostic));
    }

    /// <summary>With the line of emitted code that does not compile.</summary>
    public static Fault OfCompiler(Diagnostic diagnostic)
    {
        Fault fault = Fault.Of(FaultKind.Compile, diagnostic.Id, Message(diagnostic), PlaceOf(diagnostic));
        SourceText? text = diagnostic.Location.SourceTree?.GetText();
        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        return text is null || line >= text.Lines.Count
            ? fault
            : fault with { Example = Fault.OneLine($"{fault.Example} ▸ {text.Lines[line].ToString().Trim()}") };
    }

    public static Fault OfException(Exception exception)
    {
        // The stack's first own frame is where to look; its type and method alone make the shape, so that like finds like.
        string frame = exception.StackTrace?
            .Split('\n')
            .Select(static line => line.Trim())
            .FirstOrDefault(static line => line.Contains("RealtimeKit.", StringComparison.Ordinal)) ?? "";
        string method = frame.Split(" in ")[0];
        Fault fault = Fault.Of(FaultKind.Broken, exception.GetType().Name, $"{method}: {exception.Message}");
        return fault with { Example = Fault.OneLine($"{exception.GetType().FullName}: {exception.Message} {frame}") };
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string PlaceOf(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return place.IsValid
            ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}):")
            : "";
    }
}
