using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Http;

/// <summary>A response read item by item; disposing it ends the exchange.</summary>
internal sealed class ItemStream<T> : IDisposable
{
    private readonly ApiResult<T> _result;
    private readonly Exchange _exchange;
    private readonly CallPlan _plan;
    private readonly FailureReader _failures;
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _items;

    private ItemStream(ApiResult<T> result, Stream stream, Exchange exchange, CallPlan plan, FailureReader failures)
    {
        _result = result;
        _exchange = exchange;
        _plan = plan;
        _failures = failures;
        string? mediaType = exchange.Response!.Content.Headers.ContentType?.MediaType;
        bool isEvents = "text/event-stream".Equals(mediaType, StringComparison.OrdinalIgnoreCase);
        _items = new ItemReader(stream, isEvents, exchange, plan, failures).ReadAsync(exchange.Deadline.Token).GetAsyncEnumerator(exchange.Deadline.Token);
    }

    public T Current { get; private set; } = default!;

    public static async Task<ItemStream<T>> OpenAsync(ApiResult<T> result, Exchange exchange, CallPlan plan, FailureReader failures)
    {
        SuccessReader.RequireDecoded(exchange, failures);
        Stream stream = await exchange.Response!.Content.ReadAsStreamAsync(exchange.Deadline.Token).ConfigureAwait(false);
        exchange.Deadline.Stop();
        exchange.HandOver(plan.Body);
        return new ItemStream<T>(result, stream, exchange, plan, failures);
    }

    public async ValueTask<bool> MoveNextAsync(CancellationToken caller)
    {
        try
        {
            // Each wait for an item has the time of a call, whatever else arrives meanwhile. The time that the caller
            // spends on an item is not the server's.
            _exchange.Deadline.Restart(_plan.TotalTimeout);
            if (!await _items.MoveNextAsync().ConfigureAwait(false))
            {
                return false;
            }

            _exchange.Deadline.Stop();
        }
        catch (Exception exception) when (exception is not ApiException)
        {
            if (_failures.FromException(exception, _exchange, caller) is { } failure)
            {
                throw failure.Exception;
            }

            throw;
        }

        try
        {
            Current = _result.Read(new ResponsePayload(_items.Current, null, _plan.Client.MaxJsonDepth, _plan.Client.StrictReading));
            return true;
        }
        catch (PayloadException exception)
        {
            throw _failures.Content(_exchange, exception, _items.Current);
        }
    }

    public void Dispose() => _exchange.End();
}
