using System.Collections.Concurrent;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>Shares the documents out among the workers; a worker that dies is replaced.</summary>
internal sealed class WorkerPool(CorpusOptions options)
{
    /// <param name="documents">In the order in which they are begun.</param>
    /// <param name="take">Called with one report at a time.</param>
    public async Task RunAsync(IReadOnlyCollection<DocumentRequest> documents, Action<DocumentReport> take)
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
                    DocumentReport report = await worker.RunAsync(document);
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
