using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>The rules by which a run becomes a verdict, the gravest first.</summary>
internal static class Judge
{
    /// <summary>The compiler's ids for a generator that threw, and the generator's own for a document on which it did.</summary>
    private static readonly string[] _generatorFailed = ["CS8784", "CS8785", "RTK0090"];

    public static (Verdict Verdict, IReadOnlyList<Fault> Faults) Decide(TrialOutcome outcome)
    {
        var faults = new List<Fault>();
        Verdict verdict = Decide(outcome, faults);

        // The decisive ones are there already and stay in front.
        faults.AddRange(outcome.Diagnostics.OrderByDescending(static diagnostic => diagnostic.Severity).Select(FaultText.OfGenerator));
        return (verdict, faults
            .GroupBy(static fault => (fault.Kind, fault.Code, fault.Shape))
            .Select(static group => group.First() with { Count = group.Count() })
            .ToArray());
    }

    private static Verdict Decide(TrialOutcome outcome, List<Fault> faults)
    {
        if (outcome.OverBudgetIn is { } station)
        {
            return Failed(Fault.Of(FaultKind.Broken, "over-budget", $"The time ran out in the {station}"));
        }

        if (outcome.Exception is { } exception)
        {
            return Failed(FaultText.OfException(exception));
        }

        if (outcome.Diagnostics.FirstOrDefault(static diagnostic => _generatorFailed.Contains(diagnostic.Id)) is { } failure)
        {
            return Failed(FaultText.OfGenerator(failure) with { Kind = FaultKind.Broken });
        }

        if (outcome.CompileFaults.Count > 0)
        {
            faults.AddRange(outcome.CompileFaults.Select(FaultText.OfCompiler));
            return Verdict.Failed;
        }

        Diagnostic[] errors = outcome.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.FirstOrDefault(static error => !IsLocated(error)) is { } unplaced)
        {
            return Failed(Fault.Of(FaultKind.Broken, "error-without-place", $"{unplaced.Id} has no file, line and column"));
        }

        if (errors.Length > 0)
        {
            return Verdict.Refused;
        }

        return outcome.Role == DocumentRole.YamlNegative
            ? Failed(Fault.Of(FaultKind.Broken, "not-refused", "No YAML, and yet it was read without an error"))
            : DecideOperations(outcome, faults);

        Verdict Failed(Fault fault)
        {
            faults.Add(fault);
            return Verdict.Failed;
        }
    }

    private static Verdict DecideOperations(TrialOutcome outcome, List<Fault> faults)
    {
        if (outcome.Described is not { } described || outcome.Emitted.Count >= described.Count)
        {
            return Verdict.Ok;
        }

        DescribedOperation[] silent = Missing(described, outcome.Emitted)
            .Where(operation => !outcome.Diagnostics.Any(diagnostic => Names(diagnostic, operation)))
            .ToArray();
        faults.AddRange(silent.Select(static operation => Fault.Of(
            FaultKind.Broken, "missing-in-silence", $"'{operation}' did not come out, and no located diagnostic names it")));
        return silent.Length > 0 ? Verdict.Failed : Verdict.Partial;
    }

    private static IEnumerable<DescribedOperation> Missing(IEnumerable<DescribedOperation> described, IReadOnlyList<EmittedOperation> emitted)
    {
        HashSet<string> ids = emitted.Select(static operation => operation.OperationId).ToHashSet(StringComparer.Ordinal);
        HashSet<(string, string)> routes = emitted.Select(static operation => (operation.Method, operation.Path)).ToHashSet();
        return described.Where(operation => !routes.Contains((operation.Method.ToLowerInvariant(), operation.Path))
            && (operation.OperationId is not { } id || !ids.Contains(id)));
    }

    /// <summary>Whether a located warning says that this operation is left out: by name, or by standing in its path item.</summary>
    private static bool Names(Diagnostic diagnostic, DescribedOperation operation)
    {
        if (diagnostic.Severity < DiagnosticSeverity.Warning || !IsLocated(diagnostic))
        {
            return false;
        }

        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        int line = place.StartLinePosition.Line + 1;
        string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return (operation.OperationId is { Length: > 0 } id && message.Contains(id, StringComparison.Ordinal))
            || message.Contains(operation.Path, StringComparison.Ordinal)
            || (place.Path == operation.File && line >= operation.FirstLine && line <= operation.LastLine);
    }

    private static bool IsLocated(Diagnostic diagnostic) =>
        diagnostic.Location.Kind == LocationKind.ExternalFile && diagnostic.Location.GetLineSpan() is { IsValid: true, Path.Length: > 0 };
}
