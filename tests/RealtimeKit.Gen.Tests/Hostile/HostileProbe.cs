using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// Runs the generator on one hostile document. There are thousands of such runs, so the additional checks of the runner are left
/// out.
/// </summary>
internal sealed class HostileProbe
{
    private static readonly CSharpCompilation _consumer = ClientCompilation.Create(GeneratorRunner.ParseOptions);

    public HostileProbe(GeneratorDriverRunResult run)
    {
        GeneratorRunResult result = run.Results.Single();
        Exception = result.Exception;
        Diagnostics = run.Diagnostics.Select(Reported.From).ToArray();
        Trees = result.GeneratedSources.IsDefault ? [] : result.GeneratedSources.Select(static source => source.SyntaxTree).ToArray();
    }

    private HostileProbe(HostileProbe original, Func<string, string> edit)
    {
        Diagnostics = original.Diagnostics;
        Trees = original.Trees.Select(tree => Edit(tree, edit)).ToArray();
    }

    public Exception? Exception { get; }

    public IReadOnlyList<Reported> Diagnostics { get; }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    public bool IsRefused => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public bool IsWarnedAbout => Diagnostics.Any(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public static HostileProbe Run(string text, string path = "/project/api.json", string optional = "")
    {
        SpecItem item = new(new SpecFile(path, text), SpecItem.Spec) { Metadata = new Dictionary<string, string> { ["Optional"] = optional } };
        return Run([item]);
    }

    /// <summary>Runs the generator as the command does that writes the first names file.</summary>
    public static HostileProbe RunNamed(string text) =>
        Run(NamesFile.With([new SpecItem(new SpecFile("/project/api.json", text), SpecItem.Spec)], text: null, isUpdated: true));

    private static HostileProbe Run(IReadOnlyList<SpecItem> items)
    {
        GeneratorDriver driver = GeneratorRunner
            .CreateDriver(items, trackSteps: false)
            .RunGenerators(_consumer);
        return new HostileProbe(driver.GetRunResult());
    }

    /// <summary>
    /// Returns what is wrong with the behaviour of the generator, or null: it threw an exception, or an error has no location.
    /// </summary>
    public string? Misbehaviour =>
        Exception is not null ? $"threw {Exception.GetType().Name}: {Exception.Message} {Exception.StackTrace?.Split('\n')[0].Trim()}"
        : Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == GeneratorRunner.FailureId
            || diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)) is { } failure ? failure.ToString()
        : Diagnostics.FirstOrDefault(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsLocated: false }) is { } unplaced
            ? $"without a place: {unplaced}"
        : null;

    /// <summary>Returns the first error of the emitted code, or null.</summary>
    public string? CompileFault(Stream assembly)
    {
        Diagnostic? fault = ClientCompilation.Faults(_consumer.AddSyntaxTrees(Trees), assembly, CancellationToken.None).FirstOrDefault();
        return fault is null ? null : Tell(fault);
    }

    /// <summary>Returns the error with its line of emitted code.</summary>
    public static string Tell(Diagnostic fault)
    {
        string line = fault.Location.SourceTree?.GetText().Lines[fault.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{fault.Id} {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ▸ {line}";
    }

    /// <summary>Returns the same run with edited sources.</summary>
    public HostileProbe With(Func<string, string> edit) => new(this, edit);

    private static SyntaxTree Edit(SyntaxTree tree, Func<string, string> edit)
    {
        string text = edit(tree.ToString());
        return text == tree.ToString() ? tree : CSharpSyntaxTree.ParseText(text, GeneratorRunner.ParseOptions, tree.FilePath);
    }
}
