using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RealtimeKit.Gen.Benchmarks.Generating;

/// <summary>A project in memory with one document and some C# files, on which generators run.</summary>
internal sealed class MeasuredProject(MeasuredDocument document, int files = 1)
{
    /// <summary>Gets the metadata of the document's item in every measurement.</summary>
    public static IReadOnlyDictionary<string, string> Metadata { get; } =
        new Dictionary<string, string> { ["ClientName"] = "TheClient", ["Namespace"] = "Measured" };

    public CSharpCompilation Compilation { get; } = ClientCompilation.Create(
        ClientCompilation.ParseOptions(),
        Enumerable.Range(0, files).Select(static i => $"internal static class Code{i} {{ public static int Number => {i}; }}"));

    public SpecFile File { get; } = new(document.Path, document.Text);

    /// <summary>Returns the compilation after an edit of one of its files.</summary>
    public CSharpCompilation EditCode()
    {
        SyntaxTree edited = Compilation.SyntaxTrees[0];
        return Compilation.ReplaceSyntaxTree(
            edited, CSharpSyntaxTree.ParseText("internal static class Edited;", ClientCompilation.ParseOptions(), edited.FilePath));
    }

    /// <summary>Returns a driver that has not run yet.</summary>
    /// <param name="generator">The generator that it runs.</param>
    /// <param name="metadata">The metadata of the document's item.</param>
    /// <param name="trackSteps">Whether the result shows which steps ran.</param>
    public GeneratorDriver CreateDriver(
        IIncrementalGenerator generator,
        IReadOnlyDictionary<string, string>? metadata = null,
        bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        [File],
        ClientCompilation.ParseOptions(),
        Options(metadata),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    /// <summary>Returns the compiler's configuration for the metadata of the document's item.</summary>
    public AnalyzerConfigOptionsProvider Options(IReadOnlyDictionary<string, string>? metadata) => new ProjectOptions(
        [new SpecItem(File, SpecItem.Spec) { Metadata = metadata ?? new Dictionary<string, string>() }],
        rootNamespace: "Consumer");
}
