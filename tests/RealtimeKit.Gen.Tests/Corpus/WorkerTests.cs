using System.Diagnostics;
using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class WorkerTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("rtk-worker-").FullName, "api.yaml");

    public WorkerTests() => File.WriteAllText(_file, "openapi: 3.0.3\npaths: { /a: { get: { operationId: 'a\tb' } } }\n");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task A_worker_answers_for_one_document_after_another()
    {
        using var worker = new WorkerProcess(new() { Paths = [] });

        DocumentReport first = await worker.RunAsync<DocumentReport>(Request("one"));
        DocumentReport second = await worker.RunAsync<DocumentReport>(Request("two"));

        Assert.Equal(("one", 1), (first.Name, first.Described));
        Assert.Equal("two", second.Name);
        Assert.True(worker.IsUsable);
    }

    [Fact]
    public async Task A_worker_that_dies_is_the_documents_failure()
    {
        using var worker = new WorkerProcess(new() { Paths = [] });
        using (Process process = Process.GetProcessById(worker.Id))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        DocumentReport report = await worker.RunAsync<DocumentReport>(Request("one"));

        Assert.Equal(Verdict.Failed, report.Verdict);
        Assert.StartsWith("process-died exit code 137", report.FirstDiagnostic, StringComparison.Ordinal);
        Assert.False(worker.IsUsable);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_the_documents_failure_and_not_the_workers()
    {
        using var worker = new WorkerProcess(new() { Paths = [] });

        DocumentReport report = await worker.RunAsync<DocumentReport>(Request("one") with { File = _file + ".gone" });

        Assert.Equal(Verdict.Failed, report.Verdict);
        Assert.Contains("FileNotFoundException", report.FirstDiagnostic);
        Assert.True(worker.IsUsable);
    }

    [Fact]
    public async Task A_pool_runs_every_document_once()
    {
        DocumentRequest[] requests = Enumerable.Range(0, 20).Select(i => Request($"d{i}")).ToArray();
        var names = new List<string>();

        await new WorkerPool(new() { Paths = [], Workers = 2 }).RunAsync<DocumentReport>(requests, report => names.Add(report.Name));

        Assert.Equal(requests.Select(static request => request.Name).Order(), names.Order());
    }

    private DocumentRequest Request(string name) => new(name, _file, Path.GetDirectoryName(_file)!, DocumentRole.Positive, 10);
}
