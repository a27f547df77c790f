using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>A project on which the generator has run.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _consumer;
    private readonly Lazy<(Assembly? Assembly, IReadOnlyList<Diagnostic> Faults)> _emitted;

    public GeneratorRun(IReadOnlyList<SpecItem> items, CSharpCompilation consumer, GeneratorDriver driver)
    {
        Items = items;
        _consumer = consumer;
        _driver = driver;
        Result = driver.GetRunResult().Results.Single();
        Sources = SourcesOf(Result);
        Diagnostics = driver.GetRunResult().Diagnostics.Select(Reported.From).ToArray();
        Compilation = consumer.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);
        _emitted = new(Emit);
    }

    public IReadOnlyList<SpecItem> Items { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>Gets the emitted sources by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    public IReadOnlyList<Reported> Diagnostics { get; }

    /// <summary>Gets the project with the emitted sources.</summary>
    public Compilation Compilation { get; }

    /// <summary>Gets the compiled client, which is loaded at first use.</summary>
    public Assembly Assembly => _emitted.Value.Assembly ?? throw new InvalidOperationException("The client does not compile.");

    /// <summary>Gets the text of all emitted sources.</summary>
    public string AllText => string.Join("\n", Sources.OrderBy(static source => source.Key, StringComparer.Ordinal).Select(static source => source.Value));

    /// <summary>Gets the names of the public types, except those of clients and options.</summary>
    public string[] TypeNames => Assembly.GetExportedTypes()
        .Select(static type => type.Name)
        .Where(static name => !name.EndsWith("Client", StringComparison.Ordinal) && !name.EndsWith("Options", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>Gets the names of all public types that no other contains.</summary>
    public string[] PublicTypes => Assembly.GetTypes()
        .Where(static type => type.IsPublic)
        .Select(static type => type.Name)
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>Gets the names of the methods of operations, without the <c>Async</c> and without those that return a response.</summary>
    public string[] MethodNames => Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .Select(static method => method.Name)
        .Where(static name => name.EndsWith("Async", StringComparison.Ordinal) && name != "DisposeAsync"
            && !name.EndsWith("WithResponseAsync", StringComparison.Ordinal))
        .Select(static name => name[..^"Async".Length])
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <summary>Returns the parameters of a client's method.</summary>
    public ParameterInfo[] ParametersOf(string method) => Assembly.GetExportedTypes()
        .SelectMany(static type => type.GetMethods())
        .First(candidate => candidate.Name == method)
        .GetParameters();

    public void AssertCompiles()
    {
        IReadOnlyList<Diagnostic> faults = _emitted.Value.Faults;
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(10).Select(Describe)));
    }

    public GeneratorRun AssertNoDiagnostics()
    {
        Assert.Empty(Diagnostics);
        return this;
    }

    /// <summary>Asserts that there is a located diagnostic of an id.</summary>
    public Reported AssertReports(string id, int? line = null)
    {
        Reported reported = Assert.Single(Diagnostics.Where(diagnostic => diagnostic.Id == id && (line is null || diagnostic.Line == line)).Take(1));
        Assert.NotEmpty(reported.File);
        return reported;
    }

    /// <summary>Returns the first quoted word of each diagnostic of an id: the keyword that it is about.</summary>
    public IEnumerable<string> QuotedIn(string id) => Diagnostics
        .Where(diagnostic => diagnostic.Id == id)
        .Select(static diagnostic => diagnostic.Message.Split('\'')[1])
        .Order(StringComparer.Ordinal);

    /// <summary>Runs the driver again after an edit that concerns no document.</summary>
    public GeneratorEdit EditCode() => Continue(
        Items,
        _driver,
        _consumer.Clone()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class Unrelated;",
                (CSharpParseOptions)(_consumer.SyntaxTrees.FirstOrDefault()?.Options ?? GeneratorRunner.ParseOptions), "Unrelated.cs")));

    /// <summary>Runs the driver again after an edit of the project's only C# file.</summary>
    public GeneratorEdit EditCode(string text)
    {
        SyntaxTree before = _consumer.SyntaxTrees.Single();
        return Continue(
            Items,
            _driver,
            _consumer.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)before.Options, before.FilePath)));
    }

    /// <summary>Runs the driver again after an edit of a document.</summary>
    public GeneratorEdit EditSpec(string text, string path = GeneratorRunner.SpecPath)
    {
        SpecItem before = Items.Single(item => item.Text.Path == path);
        SpecItem after = before with { Text = new SpecFile(path, text) };
        return Continue(
            Items.Select(item => item == before ? after : item).ToArray(),
            _driver.ReplaceAdditionalText(before.Text, after.Text),
            _consumer);
    }

    /// <summary>Runs the driver again after an edit of an option of the first document.</summary>
    public GeneratorEdit EditOption(string name, string value)
    {
        SpecItem edited = Items[0] with { Metadata = new Dictionary<string, string>(Items[0].Metadata) { [name] = value } };
        SpecItem[] items = [edited, .. Items.Skip(1)];
        return Continue(items, _driver.WithUpdatedAnalyzerConfigOptions(new ProjectOptions(items, rootNamespace: "Consumer")), _consumer);
    }

    public static IReadOnlyDictionary<string, string> SourcesOf(GeneratorRunResult result) =>
        result.GeneratedSources.IsDefault
            ? ImmutableSortedDictionary<string, string>.Empty
            : result.GeneratedSources.ToImmutableSortedDictionary(
                static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    private GeneratorEdit Continue(IReadOnlyList<SpecItem> items, GeneratorDriver driver, CSharpCompilation consumer) =>
        new(this, new GeneratorRun(items, consumer, driver.RunGenerators(consumer, TestContext.Current.CancellationToken)));

    private (Assembly? Assembly, IReadOnlyList<Diagnostic> Faults) Emit()
    {
        using var image = new MemoryStream();
        Compilation strict = _consumer.AddSyntaxTrees(_driver.GetRunResult().GeneratedTrees.Select(ClientCompilation.WithNullableWarnings));
        IReadOnlyList<Diagnostic> faults = ClientCompilation.Faults(strict, image, TestContext.Current.CancellationToken);
        if (faults.Count > 0)
        {
            return (null, faults);
        }

        image.Position = 0;
        return (new AssemblyLoadContext("Client", isCollectible: true).LoadFromStream(image), faults);
    }

    private static string Describe(Diagnostic fault)
    {
        FileLinePositionSpan place = fault.Location.GetLineSpan();
        string line = fault.Location.SourceTree?.GetText().Lines.ElementAtOrDefault(place.StartLinePosition.Line).ToString() ?? "";
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {fault.Id} {fault.GetMessage(CultureInfo.InvariantCulture)} ▸ {line.Trim()}";
    }
}
