using System.Collections.Concurrent;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>Shares the documents out among the workers; a worker that dies is replaced.</summary>
internal sealed class WorkerPool(CorpusOptions options)
{
    /// <param name="documents">In the order in which they are begun.</param>
    /// <param name="take">Called with one report at a time.</param>
    public async Task RunAsync<TReport>(IReadOnlyCollection<DocumentRequest> documents, Action<TReport> take)
        where TReport : IReport<TReport>
    {
        var pending = new ConcurrentQueue<DocumentRequest>(documents);
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Workers, documents.Count)).Select(_ => Task.Run(WorkAsync)));

        async Task WorkAsync()
        {
            WorkerProcess? worker = null;
            try
            {
                while (pending.TryDequeue(out DocumentRequest? document))
                {
                    worker ??= new WorkerProcess(options);
                    TReport report = await worker.RunAsync<TReport>(document);
                    lock (gate)
                    {
                        take(report);
                    }

                    if (!worker.IsUsable)
                    {
                        worker.Dispose();
                        worker = null;
                    }
                }
            }
            finally
            {
                worker?.Dispose();
            }
        }
    }
}
