using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>Decides the status of a document, the most serious rule first.</summary>
internal static class StatusRules
{
    /// <summary>The ids with which the compiler reports a generator that threw, and the generator a document at which it threw.</summary>
    private static readonly string[] _generatorFailed = ["CS8784", "CS8785", "RTK0090"];

    public static (Status Status, IReadOnlyList<Issue> Issues) Decide(CompileOutput output)
    {
        var issues = new List<Issue>();
        Status status = Decide(output, issues);

        // The issues that decide the status are already in the list and stay first.
        issues.AddRange(output.Diagnostics.OrderByDescending(static diagnostic => diagnostic.Severity).Select(IssueText.OfGenerator));
        return (status, issues
            .GroupBy(static issue => (issue.Kind, issue.Code, issue.Shape))
            .Select(static group => group.First() with { Count = group.Count() })
            .ToArray());
    }

    private static Status Decide(CompileOutput output, List<Issue> issues)
    {
        if (output.OverBudgetIn is { } phase)
        {
            return Failed(Issue.Of(IssueKind.Broken, "over-budget", $"The budget was used up in the {phase}"));
        }

        if (output.Exception is { } exception)
        {
            return Failed(IssueText.OfException(exception));
        }

        if (output.Diagnostics.FirstOrDefault(static diagnostic => _generatorFailed.Contains(diagnostic.Id)) is { } failure)
        {
            return Failed(IssueText.OfGenerator(failure) with { Kind = IssueKind.Broken });
        }

        if (output.CompilerDiagnostics.Count > 0)
        {
            issues.AddRange(output.CompilerDiagnostics.Select(IssueText.OfCompiler));
            return Status.Failed;
        }

        Diagnostic[] errors = output.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.FirstOrDefault(static error => !IsLocated(error)) is { } unplaced)
        {
            return Failed(Issue.Of(IssueKind.Broken, "error-without-place", $"{unplaced.Id} has no file, line and column"));
        }

        if (errors.Length > 0)
        {
            return Status.Refused;
        }

        return output.Role == DocumentRole.YamlNegative
            ? Failed(Issue.Of(IssueKind.Broken, "not-refused", "Not YAML, but no error was reported"))
            : DecideOperations(output, issues);

        Status Failed(Issue issue)
        {
            issues.Add(issue);
            return Status.Failed;
        }
    }

    private static Status DecideOperations(CompileOutput output, List<Issue> issues)
    {
        if (output.Described is not { } described || output.Emitted.Count >= described.Count)
        {
            return Status.Ok;
        }

        DescribedOperation[] silent = Missing(described, output.Emitted)
            .Where(operation => !output.Diagnostics.Any(diagnostic => Names(diagnostic, operation)))
            .ToArray();
        issues.AddRange(silent.Select(static operation => Issue.Of(
            IssueKind.Broken, "missing-operation", $"'{operation}' was not emitted, and no located diagnostic names it")));
        return silent.Length > 0 ? Status.Failed : Status.Partial;
    }

    private static IEnumerable<DescribedOperation> Missing(IEnumerable<DescribedOperation> described, IReadOnlyList<EmittedOperation> emitted)
    {
        HashSet<string> ids = emitted.Select(static operation => operation.OperationId).ToHashSet(StringComparer.Ordinal);
        HashSet<(string, string)> routes = emitted.Select(static operation => (operation.Method, operation.Path)).ToHashSet();
        return described.Where(operation => !routes.Contains((operation.Method.ToLowerInvariant(), operation.Path))
            && (operation.OperationId is not { } id || !ids.Contains(id)));
    }

    /// <summary>Returns whether a located warning names the operation or lies within its path item.</summary>
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
