using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>A diagnostic as the user sees it. Line and column begin at one, and are zero for a diagnostic without a place.</summary>
internal sealed record Reported(string Id, DiagnosticSeverity Severity, string Message, string File, int Line, int Column)
{
    public bool IsLocated => File.Length > 0;

    public static Reported From(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        bool isLocated = diagnostic.Location.Kind == LocationKind.ExternalFile && place.IsValid;
        return new Reported(
            diagnostic.Id,
            diagnostic.Severity,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            isLocated ? place.Path ?? "" : "",
            isLocated ? place.StartLinePosition.Line + 1 : 0,
            isLocated ? place.StartLinePosition.Character + 1 : 0);
    }

    public override string ToString() => $"{File}({Line},{Column}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}";
}
