using System.Collections.Concurrent;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>Distributes the documents to the workers, and replaces a worker whose process has ended.</summary>
internal sealed class WorkerPool(CorpusOptions options)
{
    /// <param name="documents">The documents, in the order in which they are started.</param>
    /// <param name="take">Called with one result at a time.</param>
    public async Task RunAsync<TResult>(IReadOnlyCollection<DocumentRequest> documents, Action<TResult> take)
        where TResult : IResult<TResult>
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
                    TResult result = await worker.RunAsync<TResult>(document);
                    lock (gate)
                    {
                        take(result);
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
