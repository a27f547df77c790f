using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Corpus.Compiling;

/// <summary>The default check: the generator runs, and what it emits compiles.</summary>
/// <param name="options">The budget, the size of the stack, and the version of C#.</param>
/// <param name="enterPhase">Called at the beginning of each phase.</param>
internal sealed class CompileCheck(CorpusOptions options, Action<string> enterPhase)
{
    /// <summary>The compiler gets a stack of at least this size, whatever the generator gets.</summary>
    private const int CompilerStackKilobytes = 1024;

    public CompileResult Run(DocumentRequest request)
    {
        using var budget = new ProcessorBudget(TimeSpan.FromSeconds(options.BudgetSeconds));
        var result = new CompileResult { Name = request.Name, Role = request.Role, Bytes = request.Bytes, Status = Status.Failed };
        var output = new CompileOutput { Role = request.Role };
        string phase = Phase.Generator;
        enterPhase(phase);
        var watch = Stopwatch.StartNew();
        try
        {
            LoadedDocument document = LoadedDocument.Load(request);
            output = output with { Described = document.Operations };

            watch.Restart();
            CSharpParseOptions parseOptions = ClientCompilation.ParseOptions(options.LanguageVersion);
            CSharpCompilation consumer = ClientCompilation.Create(parseOptions);
            GeneratorDriver driver = SizedStack.Run(options.StackKilobytes, () => Generate(document, consumer, parseOptions, budget.Token));
            result = result with { GeneratorMilliseconds = watch.ElapsedMilliseconds };

            GeneratorRunResult generated = driver.GetRunResult().Results.Single();
            output = output with { Exception = generated.Exception, Diagnostics = driver.GetRunResult().Diagnostics };
            (result, output) = Measure(result, output, generated.GeneratedSources, budget.Token);
            Keep(request, generated.GeneratedSources);

            phase = Phase.Compiler;
            enterPhase(phase);
            watch.Restart();
            output = output with { CompilerDiagnostics = Compile(request, consumer, generated.GeneratedSources, budget.Token) };
            result = result with { CompileMilliseconds = watch.ElapsedMilliseconds };
        }
        catch (OperationCanceledException) when (budget.IsSpent)
        {
            output = output with { OverBudgetIn = phase };
            result = phase == Phase.Generator
                ? result with { GeneratorMilliseconds = watch.ElapsedMilliseconds }
                : result with { CompileMilliseconds = watch.ElapsedMilliseconds };
        }
        catch (Exception exception)
        {
            // Every exception is a result of this document, and the run continues.
            output = output with { Exception = exception };
        }

        return Complete(result, output);
    }

    private static CompileResult Complete(CompileResult result, CompileOutput output)
    {
        (Status status, IReadOnlyList<Issue> issues) = StatusRules.Decide(output);
        return result with
        {
            Status = status,
            Described = output.Described?.Count,
            Issues = issues,
            FirstDiagnostic = issues.Count > 0 ? issues[0].Example : "",
        };
    }

    private static GeneratorDriver Generate(
        LoadedDocument document, CSharpCompilation consumer, CSharpParseOptions parseOptions, CancellationToken cancellationToken) =>
        CSharpGeneratorDriver
            .Create(
                [PackedGenerator.Create().AsSourceGenerator()],
                document.Items.Select(static item => item.Text),
                parseOptions,
                new ProjectOptions(document.Items, rootNamespace: "Consumer"))
            .RunGenerators(consumer, cancellationToken);

    private IReadOnlyList<Diagnostic> Compile(
        DocumentRequest request, CSharpCompilation consumer, ImmutableArray<GeneratedSourceResult> sources, CancellationToken cancellationToken)
    {
        SyntaxTree[] trees = sources.Select(static source => ClientCompilation.WithNullableWarnings(source.SyntaxTree)).ToArray();
        Compilation client = consumer.AddSyntaxTrees(trees);
        List(request, client, trees, cancellationToken);
        return SizedStack.Run(
            Math.Max(options.StackKilobytes, CompilerStackKilobytes),
            () => ClientCompilation.Faults(client, Stream.Null, cancellationToken));
    }

    private static (CompileResult Result, CompileOutput Output) Measure(
        CompileResult result, CompileOutput output, ImmutableArray<GeneratedSourceResult> sources, CancellationToken cancellationToken)
    {
        // The list of sources of a generator that threw is not set.
        SyntaxNode[] declarations = sources.IsDefault
            ? []
            : sources.SelectMany(source => EmittedOperation.Declarations(source.SyntaxTree, cancellationToken)).ToArray();
        output = output with { Emitted = EmittedOperation.In(declarations) };
        return (
            result with
            {
                Generated = output.Emitted.Count,
                Types = declarations.Count(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax),
                EmittedBytes = sources.IsDefault ? 0 : sources.Sum(static source => (long)Encoding.UTF8.GetByteCount(source.SourceText.ToString())),
            },
            output);
    }

    private void Keep(DocumentRequest request, ImmutableArray<GeneratedSourceResult> sources)
    {
        if (options.Keep is null || sources.IsDefault)
        {
            return;
        }

        string folder = Path.Combine(options.Keep, NameWithin(request));
        Directory.CreateDirectory(folder);
        foreach (GeneratedSourceResult source in sources)
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(source.HintName)), source.SourceText.ToString());
        }
    }

    private void List(DocumentRequest request, Compilation client, SyntaxTree[] trees, CancellationToken cancellationToken)
    {
        if (options.Listing is null)
        {
            return;
        }

        string file = Path.Combine(options.Listing, NameWithin(request) + ".txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, ApiListing.Of(client, trees, cancellationToken));
    }

    /// <summary>Returns the name of the document as a path within another folder.</summary>
    private static string NameWithin(DocumentRequest request) => request.Name.Replace("../", "", StringComparison.Ordinal);
}
