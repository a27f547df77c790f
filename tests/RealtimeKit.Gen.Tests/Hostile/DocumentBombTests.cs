using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Reporting;
using RealtimeKit.Gen.Corpus.Workers;
using RealtimeKit.Gen.Testing.Bombing;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// Runs the generator and the compiler on each bomb in a separate process, on a quarter of the usual stack. The result
/// must be <c>ok</c>, <c>partial</c> or <c>refused</c>: no bomb may end the process or exhaust time or memory.
/// </summary>
public sealed class DocumentBombTests : IDisposable
{
    private const int StackKilobytes = 256;

    /// <summary>
    /// Bombs that are accepted and produce so much C# that the compiler takes many seconds. Only the long run includes them.
    /// </summary>
    private static readonly string[] _long =
    [
        "allof-chain-1e4.json", "derived-2e3.json", "operations-5e3.json", "properties-required-1e4.json", "property-chain-1e4.json", "schemas-used-5e3.json",
        "union-5e3.json", "union-discriminated-5e3.json",
    ];

    /// <summary>The processor time after which a document counts as endless. It is not a measure of speed.</summary>
    private static readonly int _budgetSeconds = TestRun.IsLong ? 240 : 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-bombs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_bomb_goes_off()
    {
        string[] names = Bomb.All.Select(static bomb => bomb.Name)
            .Where(static name => TestRun.IsLong || !_long.Contains(name))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var reports = new List<CompileResult>();
        var options = new CorpusOptions { Paths = [], StackKilobytes = StackKilobytes, BudgetSeconds = _budgetSeconds };
        await new WorkerPool(options).RunAsync<CompileResult>(names.Select(Write).ToArray(), reports.Add);

        Assert.Equal(names, reports.Select(static report => report.Name).Order(StringComparer.Ordinal));
        foreach (CompileResult report in reports.OrderBy(static report => report.Name, StringComparer.Ordinal))
        {
            TestContext.Current.SendDiagnosticMessage("{0}", ResultLine.Of(report));
        }

        string[] failed = reports.Where(static report => report.Status == Status.Failed).Select(ResultLine.Of).ToArray();
        Assert.True(failed.Length == 0, string.Join('\n', failed));
    }

    /// <summary>A generator that refuses everything would pass the other test: documents that are only large must give a client.</summary>
    [Theory]
    [InlineData("items-of-itself.json")]
    [InlineData("map-of-itself.json")]
    [InlineData("mutual-objects.json")]
    [InlineData("schemas-1e5.json")]
    [InlineData("properties-2e3.json")]
    [InlineData("pattern-that-backtracks.json")]
    public async Task What_is_only_large_or_recursive_comes_out(string name)
    {
        using var worker = new WorkerProcess(new() { Paths = [], StackKilobytes = StackKilobytes, BudgetSeconds = _budgetSeconds });

        CompileResult report = await worker.RunAsync<CompileResult>(Write(name));

        Assert.True(report.Status == Status.Ok, report.FirstDiagnostic);
        Assert.Equal(1, report.Generated);
    }

    private DocumentRequest Write(string name)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, Bomb.All.Single(bomb => bomb.Name == name).Text());
        return new DocumentRequest(name, path, _folder, DocumentRole.Negative, new FileInfo(path).Length);
    }
}
