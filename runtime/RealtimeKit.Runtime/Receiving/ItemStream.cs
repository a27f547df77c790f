using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Reads a response item by item. Disposing it ends the exchange.</summary>
internal sealed class ItemStream<T> : IDisposable
{
    private readonly ApiResult<T> _result;
    private readonly Exchange _exchange;
    private readonly CallPlan _plan;
    private readonly ItemReader _items;

    private ItemStream(ApiResult<T> result, Stream stream, Exchange exchange)
    {
        _result = result;
        _exchange = exchange;
        _plan = exchange.Plan;
        _items = new ItemReader(stream, FormatOf(exchange.Response!, exchange.Plan), exchange);
    }

    /// <summary>Gets the value of the current item, if it has one.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>Gets whether the current item has a value. An event without data has none.</summary>
    public bool HasValue { get; private set; }

    /// <summary>Gets the current item as an event.</summary>
    public ServerSentEvent<T> Event => _items.Current is var item && HasValue
        ? new ServerSentEvent<T>(Current, item.EventType, item.EventId, item.ReconnectionInterval)
        : new ServerSentEvent<T>(item.EventType, item.EventId, item.ReconnectionInterval);

    // The token of the deadline follows that of the client a little later.
    private bool HasEnded => _plan.Closing.IsCancellationRequested || _exchange.Deadline.Token.IsCancellationRequested;

    public static async ValueTask<ItemStream<T>> OpenAsync(ApiResult<T> result, Exchange exchange)
    {
        SuccessReader.RequireDecoded(exchange);
        Stream stream = await BodyFailure.OpenAsync(exchange.Response!, exchange.Deadline.Token).ConfigureAwait(false);
        if (!exchange.Deadline.TryStop())
        {
            throw new OperationCanceledException(exchange.Deadline.Token);
        }

        exchange.HandOver();
        return new ItemStream<T>(result, stream, exchange);
    }

    /// <summary>Reads the next item. If its bytes have arrived, this takes no timer and no task.</summary>
    public ValueTask<bool> MoveNextAsync(CancellationToken caller)
    {
        if (HasEnded || !_items.TryRead())
        {
            return WaitAsync(caller);
        }

        ReadCurrent();
        return ValueTask.FromResult(true);
    }

    public void Dispose() => _exchange.End();

    private async ValueTask<bool> WaitAsync(CancellationToken caller)
    {
        try
        {
            // Each wait for an item has the limit of a whole call, whatever else arrives in the meantime.
            // The time that the caller spends on an item does not count.
            _plan.Closing.ThrowIfCancellationRequested();
            _exchange.Deadline.Token.ThrowIfCancellationRequested();
            _exchange.Deadline.Restart(_plan.TotalTimeout);
            if (!await NextAsync(_exchange.Deadline.Token).ConfigureAwait(false))
            {
                await _exchange.EnsureSentAsync(_exchange.Deadline.Token).ConfigureAwait(false);
                return false;
            }

            // An item that arrives at the same instant as the deadline comes too late. Otherwise, the next wait would have no time.
            if (!_exchange.Deadline.TryStop())
            {
                throw new OperationCanceledException(_exchange.Deadline.Token);
            }
        }
        catch (Exception exception) when (exception is not ApiException)
        {
            if (FailureReader.FromException(exception, _exchange, caller) is { } failure)
            {
                throw failure.Exception;
            }

            throw;
        }

        ReadCurrent();
        return true;
    }

    /// <summary>Waits for the next item, but not longer than the deadline if the stream ignores its cancellation.</summary>
    private async ValueTask<bool> NextAsync(CancellationToken deadline)
    {
        ValueTask<bool> next = _items.ReadAsync(deadline);
        if (next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        Task<bool> waiting = next.AsTask();
        if (!await ForeignCode.HasEndedAsync(waiting, isInner: false, deadline).ConfigureAwait(false))
        {
            ForeignCode.Discard(waiting, static _ => { });
            throw new OperationCanceledException(deadline);
        }

        return await waiting.ConfigureAwait(false);
    }

    private void ReadCurrent()
    {
        StreamItem item = _items.Current;
        HasValue = !IsKeepAlive(item);
        Current = HasValue ? Read(item.Data) : default!;
    }

    /// <summary>
    /// Returns the format of the response. If the API description describes only events, they are also recognized with another
    /// media type.
    /// </summary>
    private static ItemFormat FormatOf(HttpResponseMessage response, CallPlan plan)
    {
        const string EventStream = "text/event-stream";
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        bool isEvents = EventStream.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || (!plan.Client.StrictReading && plan.Operation.Accept == EventStream && mediaType is null or "text/plain" or "application/octet-stream");
        return isEvents ? ItemFormat.Events
            : mediaType?.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase) == true ? ItemFormat.Sequence
            : ItemFormat.Lines;
    }

    /// <summary>
    /// Returns whether an item is an event with empty data. For a text result, empty data is a value, unless the event has a
    /// type, such as a ping.
    /// </summary>
    private bool IsKeepAlive(StreamItem item)
        => item.Data.Span.Trim(" \t\r\n"u8).IsEmpty
            && !_plan.Client.StrictReading
            && (_result.Body != ResultBody.Text || (item.Data.IsEmpty && item.EventType is not (null or "message")));

    private T Read(ReadOnlyMemory<byte> data)
    {
        var payload = new ResponsePayload(data, null, _plan.Client.MaxJsonDepth, _plan.Client.StrictReading);
        try
        {
            return _result.Body == ResultBody.Json ? TextJson.Read(_result, payload) : _result.Read(payload);
        }
        catch (PayloadException exception)
        {
            throw ResponseFailures.Content(_exchange, exception, data);
        }
    }
}
