using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>The sources and diagnostics that the generator gives for some items. The sources are not compiled.</summary>
internal sealed class EmittedClient
{
    private EmittedClient(GeneratorDriverRunResult run)
    {
        GeneratorRunResult result = run.Results.Single();
        Exception = result.Exception;
        Diagnostics = run.Diagnostics;
        Sources = result.GeneratedSources.IsDefault
            ? new Dictionary<string, GeneratedSourceResult>(StringComparer.Ordinal)
            : result.GeneratedSources.ToDictionary(static source => source.HintName, StringComparer.Ordinal);
    }

    public Exception? Exception { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Gets the sources by hint name.</summary>
    public IReadOnlyDictionary<string, GeneratedSourceResult> Sources { get; }

    public bool IsRefused => Diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <param name="generator">The generator to run, or null for the packed one.</param>
    public static EmittedClient Of(IReadOnlyList<SpecItem> items, CancellationToken cancellationToken, IIncrementalGenerator? generator = null)
    {
        CSharpParseOptions parseOptions = ClientCompilation.ParseOptions();
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create(
                [(generator ?? PackedGenerator.Create()).AsSourceGenerator()],
                items.Select(static item => item.Text),
                parseOptions,
                new ProjectOptions(items, rootNamespace: "Consumer"))
            .RunGenerators(ClientCompilation.Create(parseOptions), cancellationToken);
        return new EmittedClient(driver.GetRunResult());
    }

    /// <summary>Returns the first line that differs, or null if both clients have the same bytes.</summary>
    public string? FirstDifference(EmittedClient other)
    {
        foreach (string hint in Sources.Keys.Union(other.Sources.Keys).Order(StringComparer.Ordinal))
        {
            if (!Sources.TryGetValue(hint, out GeneratedSourceResult mine) || !other.Sources.TryGetValue(hint, out GeneratedSourceResult its))
            {
                return $"{hint} {(Sources.ContainsKey(hint) ? "is missing" : "is new")}";
            }

            if (!mine.SourceText.ContentEquals(its.SourceText))
            {
                (string First, string Second) line = mine.SourceText.ToString().Split('\n')
                    .Zip(its.SourceText.ToString().Split('\n'))
                    .FirstOrDefault(static lines => lines.First != lines.Second, (First: "(its end)", Second: "(another end)"));
                return $"{hint}: «{line.First.Trim()}» became «{line.Second.Trim()}»";
            }
        }

        return null;
    }
}
