using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Driving;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>One quick run of one hostile document: thousands of these, so none of the runner's second looks.</summary>
internal sealed class HostileProbe
{
    private static readonly CSharpCompilation _consumer = ClientCompilation.Create(GeneratorRunner.ParseOptions);

    private HostileProbe(GeneratorRunResult result, ImmutableArray<Diagnostic> diagnostics)
    {
        Exception = result.Exception;
        Diagnostics = diagnostics.Select(Reported.From).ToArray();
        Trees = result.GeneratedSources.IsDefault ? [] : result.GeneratedSources.Select(static source => source.SyntaxTree).ToArray();
    }

    public Exception? Exception { get; }

    public IReadOnlyList<Reported> Diagnostics { get; }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    public bool IsRefused => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public bool IsWarnedAbout => Diagnostics.Any(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public static HostileProbe Run(string text, string path = "/project/api.json")
    {
        GeneratorDriver driver = GeneratorRunner
            .CreateDriver([new SpecItem(new SpecText(path, text), SpecItem.Spec)], trackSteps: false)
            .RunGenerators(_consumer);
        return new HostileProbe(driver.GetRunResult().Results.Single(), driver.GetRunResult().Diagnostics);
    }

    /// <summary>What is wrong with the generator's behaviour, if anything: it threw, or an error has no place.</summary>
    public string? Misbehaviour =>
        Exception is not null ? $"threw {Exception.GetType().Name}: {Exception.Message} {Exception.StackTrace?.Split('\n')[0].Trim()}"
        : Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)) is { } failure ? failure.ToString()
        : Diagnostics.FirstOrDefault(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsLocated: false }) is { } unplaced ? $"without a place: {unplaced}"
        : null;

    /// <summary>Compiles what came out; null if that works.</summary>
    public string? CompileFault(Stream assembly)
    {
        Diagnostic? fault = ClientCompilation.Faults(_consumer.AddSyntaxTrees(Trees), assembly, CancellationToken.None).FirstOrDefault();
        string line = fault?.Location.SourceTree?.GetText().Lines[fault.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return fault is null ? null : $"{fault.Id} {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ▸ {line}";
    }
}
