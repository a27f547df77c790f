using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Judging;

/// <summary>Runs one document: reads it, drives the generator, compiles what came out, and asks the judge.</summary>
/// <param name="options">Budget, stack and language.</param>
/// <param name="enterStation">Told what begins, for whoever must say later where it ended.</param>
internal sealed class DocumentTrial(CorpusOptions options, Action<string> enterStation)
{
    /// <summary>The compiler has a stack of this size at least, also where the generator is starved of one.</summary>
    private const int CompilerStackKilobytes = 1024;

    public DocumentReport Run(DocumentRequest request)
    {
        using var budget = new ProcessorBudget(TimeSpan.FromSeconds(options.BudgetSeconds));
        var report = new DocumentReport { Name = request.Name, Role = request.Role, Bytes = request.Bytes, Verdict = Verdict.Failed };
        var outcome = new TrialOutcome { Role = request.Role };
        string station = "generator";
        enterStation(station);
        var watch = Stopwatch.StartNew();
        try
        {
            LoadedDocument document = LoadedDocument.Load(request);
            outcome = outcome with { Described = document.Operations };

            watch.Restart();
            CSharpParseOptions parseOptions = ClientCompilation.ParseOptions(options.LanguageVersion);
            CSharpCompilation consumer = ClientCompilation.Create(parseOptions);
            GeneratorDriver driver = SizedStack.Run(options.StackKilobytes, () => Drive(document, consumer, parseOptions, budget.Token));
            report = report with { GeneratorMilliseconds = watch.ElapsedMilliseconds };

            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            outcome = outcome with { Exception = result.Exception, Diagnostics = driver.GetRunResult().Diagnostics };
            (report, outcome) = Measure(report, outcome, result.GeneratedSources, budget.Token);
            Keep(request, result.GeneratedSources);

            station = "compiler";
            enterStation(station);
            watch.Restart();
            Compilation client = consumer.AddSyntaxTrees(result.GeneratedSources.Select(static source => ClientCompilation.WithNullableWarnings(source.SyntaxTree)));
            outcome = outcome with
            {
                CompileFaults = SizedStack.Run(
                    Math.Max(options.StackKilobytes, CompilerStackKilobytes),
                    () => ClientCompilation.Faults(client, Stream.Null, budget.Token)),
            };
            report = report with { CompileMilliseconds = watch.ElapsedMilliseconds };
        }
        catch (OperationCanceledException) when (budget.IsSpent)
        {
            outcome = outcome with { OverBudgetIn = station };
            report = station == "generator" ? report with { GeneratorMilliseconds = watch.ElapsedMilliseconds } : report with { CompileMilliseconds = watch.ElapsedMilliseconds };
        }
        catch (Exception exception)
        {
            // The runner goes on: whatever was thrown, it is this document's result.
            outcome = outcome with { Exception = exception };
        }

        (Verdict verdict, IReadOnlyList<Fault> faults) = Judge.Decide(outcome);
        return report with
        {
            Verdict = verdict,
            Described = outcome.Described?.Count,
            Faults = faults,
            FirstDiagnostic = faults.Count > 0 ? faults[0].Example : "",
        };
    }

    private static GeneratorDriver Drive(LoadedDocument document, CSharpCompilation consumer, CSharpParseOptions parseOptions, CancellationToken cancellationToken) =>
        CSharpGeneratorDriver
            .Create(
                [PackedGenerator.Create().AsSourceGenerator()],
                document.Items.Select(static item => item.Text),
                parseOptions,
                new ProjectOptions(document.Items, rootNamespace: "Consumer"))
            .RunGenerators(consumer, cancellationToken);

    private static (DocumentReport Report, TrialOutcome Outcome) Measure(
        DocumentReport report, TrialOutcome outcome, ImmutableArray<GeneratedSourceResult> sources, CancellationToken cancellationToken)
    {
        // A generator that threw leaves its list of sources unset.
        SyntaxNode[] declarations = sources.IsDefault
            ? []
            : sources.SelectMany(source => EmittedOperation.Declarations(source.SyntaxTree, cancellationToken)).ToArray();
        outcome = outcome with { Emitted = EmittedOperation.In(declarations) };
        return (
            report with
            {
                Generated = outcome.Emitted.Count,
                Types = declarations.Count(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax),
                EmittedBytes = sources.IsDefault ? 0 : sources.Sum(static source => (long)Encoding.UTF8.GetByteCount(source.SourceText.ToString())),
            },
            outcome);
    }

    private void Keep(DocumentRequest request, ImmutableArray<GeneratedSourceResult> sources)
    {
        if (options.Keep is null || sources.IsDefault)
        {
            return;
        }

        string folder = Path.Combine(options.Keep, request.Name.Replace("../", "", StringComparison.Ordinal));
        Directory.CreateDirectory(folder);
        foreach (GeneratedSourceResult source in sources)
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(source.HintName)), source.SourceText.ToString());
        }
    }
}
