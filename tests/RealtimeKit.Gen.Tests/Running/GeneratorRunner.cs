using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// Runs the packed generator in a test. It runs twice, the second time after an unrelated edit, and nothing may be done
/// again. No object of the compiler or of a reader may be in the pipeline, and the output must compile with every warning
/// as an error. Each test of the generator therefore also tests its caching and that its output compiles.
/// </summary>
internal static class GeneratorRunner
{
    public const string SpecPath = "/project/api.yaml";

    /// <summary>The rule that reports an exception of the generator. Only the tests of that rule may get it.</summary>
    public const string FailureId = "RTK0090";

    /// <summary>The oldest version of C# that emitted code supports.</summary>
    public static readonly CSharpParseOptions ParseOptions = ClientCompilation.ParseOptions(LanguageVersion.CSharp12);

    /// <summary>Runs one document.</summary>
    /// <param name="spec">Its text, YAML or JSON.</param>
    /// <param name="options">Item metadata by name: <c>ClientName</c>, <c>Operations</c> …</param>
    /// <param name="overlay">The text of the overlay.</param>
    /// <param name="references">Further documents by path, relative to this document.</param>
    /// <param name="path">The path of the document.</param>
    /// <param name="consumer">C# code that uses the client.</param>
    public static GeneratorRun Run(
        string spec,
        IReadOnlyDictionary<string, string>? options = null,
        string? overlay = null,
        IReadOnlyDictionary<string, string>? references = null,
        string path = SpecPath,
        string consumer = "")
    {
        var metadata = new Dictionary<string, string>(options ?? new Dictionary<string, string>());
        var items = new List<SpecItem>();
        if (overlay is not null)
        {
            string overlayPath = Path.ChangeExtension(path, ".overlay.yaml");
            metadata["Overlay"] = overlayPath;
            items.Add(new SpecItem(new SpecFile(overlayPath, overlay), SpecItem.Overlay));
        }

        foreach ((string name, string text) in references ?? new Dictionary<string, string>())
        {
            items.Add(new SpecItem(new SpecFile(Path.GetFullPath(name, Path.GetDirectoryName(path)!), text), SpecItem.Reference));
        }

        items.Insert(0, new SpecItem(new SpecFile(path, spec), SpecItem.Spec) { Metadata = metadata });
        return Run(items, consumer);
    }

    /// <summary>Runs a project of any items.</summary>
    public static GeneratorRun Run(IReadOnlyList<SpecItem> items, string consumer = "", LanguageVersion language = LanguageVersion.CSharp12)
    {
        CSharpCompilation compilation = ClientCompilation.Create(ParseOptions.WithLanguageVersion(language), consumer);
        GeneratorDriver driver = CreateDriver(items)
            .WithUpdatedParseOptions(ParseOptions.WithLanguageVersion(language))
            .RunGenerators(compilation, TestContext.Current.CancellationToken);
        var run = new GeneratorRun(items, compilation, driver);
        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == FailureId);

        PipelineValues.AssertNothingForeign(run.Result);
        AssertNothingIsDoneAgain(run);
        run.AssertCompiles();
        return run;
    }

    public static GeneratorDriver CreateDriver(IReadOnlyList<SpecItem> items, bool trackSteps = true, IIncrementalGenerator? generator = null) =>
        CSharpGeneratorDriver.Create(
        [(generator ?? PackedGenerator.Create()).AsSourceGenerator()],
        items.Select(static item => item.Text),
        ParseOptions,
        new ProjectOptions(items, rootNamespace: "Consumer"),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));

    private static void AssertNothingIsDoneAgain(GeneratorRun first)
    {
        GeneratorEdit second = first.EditCode();
        if (first.Items.Any(static item => item.Role == SpecItem.Spec))
        {
            Assert.NotEmpty(TrackedSteps.In(first.Result));
        }

        Assert.Equal(TrackedSteps.In(first.Result).Keys.Order(), TrackedSteps.In(second.Result).Keys.Order());
        second.AssertStepsAreReused();
        second.AssertOutputsAreCached();
        Assert.Equal(first.Sources, second.Sources);
    }
}
