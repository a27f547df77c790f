using System.Diagnostics;
using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Workers;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class WorkerTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("rtk-worker-").FullName, "api.yaml");

    public WorkerTests() => File.WriteAllText(_file, "openapi: 3.0.3\npaths: { /a: { get: { operationId: 'a\tb' } } }\n");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task A_worker_checks_one_document_after_another()
    {
        using var worker = new WorkerProcess(new() { Paths = [] });

        CompileResult first = await worker.RunAsync<CompileResult>(Request("one"));
        CompileResult second = await worker.RunAsync<CompileResult>(Request("two"));

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

        CompileResult result = await worker.RunAsync<CompileResult>(Request("one"));

        Assert.Equal(Status.Failed, result.Status);
        Assert.StartsWith("process-died exit code 137", result.FirstDiagnostic, StringComparison.Ordinal);
        Assert.False(worker.IsUsable);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_the_documents_failure_and_not_the_workers()
    {
        using var worker = new WorkerProcess(new() { Paths = [] });

        CompileResult result = await worker.RunAsync<CompileResult>(Request("one") with { File = _file + ".gone" });

        Assert.Equal(Status.Failed, result.Status);
        Assert.Contains("FileNotFoundException", result.FirstDiagnostic);
        Assert.True(worker.IsUsable);
    }

    [Fact]
    public async Task A_pool_runs_every_document_once()
    {
        DocumentRequest[] requests = Enumerable.Range(0, 20).Select(i => Request($"d{i}")).ToArray();
        var names = new List<string>();

        await new WorkerPool(new() { Paths = [], Workers = 2 }).RunAsync<CompileResult>(requests, result => names.Add(result.Name));

        Assert.Equal(requests.Select(static request => request.Name).Order(), names.Order());
    }

    private DocumentRequest Request(string name) => new(name, _file, Path.GetDirectoryName(_file)!, DocumentRole.Positive, 10);
}
