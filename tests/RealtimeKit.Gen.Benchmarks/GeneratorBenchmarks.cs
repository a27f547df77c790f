using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>
/// Measures the cost of the generator in the editor: the first run, an edit elsewhere, and an edit of the document. Each is
/// compared with a generator that only reads the same files.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class GeneratorBenchmarks
{
    private const string FilesVariable = "RTK_BENCHMARK_SPEC";

    private SpecItem[] _items = null!;
    private SpecFile _edited = null!;
    private CSharpCompilation _consumer = null!;
    private CSharpCompilation _consumerEdited = null!;
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _warmDoingNothing = null!;

    /// <summary>
    /// The number of operations of the generated document; 0 for the document that <c>RTK_BENCHMARK_SPEC</c> names.
    /// </summary>
    [ParamsSource(nameof(Sizes))]
    public int Operations { get; set; }

    public static IEnumerable<int> Sizes => Environment.GetEnvironmentVariable(FilesVariable) is { Length: > 0 } ? [0] : [10, 1000];

    [GlobalSetup]
    public void Setup()
    {
        string text = Operations > 0 ? SyntheticSpec.Text(Operations) : File.ReadAllText(Environment.GetEnvironmentVariable(FilesVariable)!);
        _items = [new SpecItem(new SpecFile("/project/api.yaml", text), SpecItem.Spec)];
        _edited = new SpecFile("/project/api.yaml", EditOneWord(text));
        CSharpParseOptions parseOptions = ClientCompilation.ParseOptions();
        _consumer = ClientCompilation.Create(
            parseOptions, Enumerable.Range(0, 300).Select(static i => $"internal static class Code{i} {{ public static int Number => {i}; }}"));
        _consumerEdited = _consumer.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Edited;", parseOptions));
        _warm = Create(PackedGenerator.Create()).RunGenerators(_consumer);
        _warmDoingNothing = Create(new IdleGenerator()).RunGenerators(_consumer);
    }

    [Benchmark, BenchmarkCategory("1 from nothing")]
    public GeneratorDriver FromNothing() => Create(PackedGenerator.Create()).RunGenerators(_consumer);

    [Benchmark(Baseline = true), BenchmarkCategory("1 from nothing")]
    public GeneratorDriver FromNothing_idle() => Create(new IdleGenerator()).RunGenerators(_consumer);

    [Benchmark, BenchmarkCategory("2 code edited")]
    public GeneratorDriver CodeEdited() => _warm.RunGenerators(_consumerEdited);

    [Benchmark(Baseline = true), BenchmarkCategory("2 code edited")]
    public GeneratorDriver CodeEdited_idle() => _warmDoingNothing.RunGenerators(_consumerEdited);

    [Benchmark, BenchmarkCategory("3 word edited")]
    public GeneratorDriver WordEdited() => _warm.ReplaceAdditionalText(_items[0].Text, _edited).RunGenerators(_consumer);

    [Benchmark(Baseline = true), BenchmarkCategory("3 word edited")]
    public GeneratorDriver WordEdited_idle() => _warmDoingNothing.ReplaceAdditionalText(_items[0].Text, _edited).RunGenerators(_consumer);

    private GeneratorDriver Create(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        _items.Select(static item => item.Text),
        ClientCompilation.ParseOptions(),
        new ProjectOptions(_items, rootNamespace: "Consumer"));

    private static string EditOneWord(string text)
    {
        const string Key = "description";
        int at = text.LastIndexOf(Key, StringComparison.Ordinal);
        int word = at + Key.Length;
        while (!char.IsLetter(text[word]))
        {
            word++;
        }

        return text[..word] + "Edited" + text[word..];
    }
}
