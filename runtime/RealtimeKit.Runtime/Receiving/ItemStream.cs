using System.Net.Http.Headers;
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
    private readonly MediaTypeHeaderValue? _contentType;
    private readonly bool _mayBePlainText;

    private ItemStream(ApiResult<T> result, Stream stream, ItemFormat format, Exchange exchange)
    {
        _result = result;
        _exchange = exchange;
        _plan = exchange.Plan;
        _items = new ItemReader(stream, format, exchange);
        _contentType = ItemFormats.ToDecode(format, exchange.Response!);
        _mayBePlainText = format == ItemFormat.Events || MediaType.IsPlainText(MediaType.Of(exchange.Response!)?.MediaType);
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
        ItemFormat format = ItemFormats.Of(exchange.Response!, exchange.Plan);
        ItemFormats.Require(format, result.Body, exchange);
        Stream stream = await BodyFailure.OpenAsync(exchange).ConfigureAwait(false);
        if (!exchange.Deadline.TryStop())
        {
            throw new OperationCanceledException(exchange.Deadline.Token);
        }

        exchange.HandOver();
        return new ItemStream<T>(result, stream, format, exchange);
    }

    /// <summary>Reads the next item. If its bytes have arrived, this takes no timer and no task.</summary>
    /// <param name="withEmpty">True if an event without data is an item. Otherwise it is skipped.</param>
    /// <param name="caller">The token of the caller.</param>
    public ValueTask<bool> MoveNextAsync(bool withEmpty, CancellationToken caller)
    {
        while (!HasEnded && _items.TryRead())
        {
            if (withEmpty || !IsKeepAlive(_items.Current))
            {
                ReadCurrent();
                return ValueTask.FromResult(true);
            }
        }

        return WaitAsync(withEmpty, caller);
    }

    public void Dispose() => _exchange.End();

    private async ValueTask<bool> WaitAsync(bool withEmpty, CancellationToken caller)
    {
        try
        {
            // Each wait for an item has the limit of a whole call, whatever else arrives in the meantime, even skipped events.
            // The time that the caller spends on an item does not count.
            _plan.Closing.ThrowIfCancellationRequested();
            _exchange.Deadline.Token.ThrowIfCancellationRequested();
            _exchange.Deadline.Restart(_plan.TotalTimeout);
            do
            {
                if (!await NextAsync(_exchange.Deadline.Token).ConfigureAwait(false))
                {
                    await _exchange.EnsureSentAsync(_exchange.Deadline.Token).ConfigureAwait(false);
                    return false;
                }
            }
            while (!withEmpty && IsKeepAlive(_items.Current));

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
        deadline.ThrowIfCancellationRequested();
        ValueTask<bool> next = _items.ReadAsync(deadline);
        if (next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        Task<bool> waiting = next.AsTask();
        if (!await ForeignCode.HasEndedAsync(waiting, isInner: false, deadline).ConfigureAwait(false))
        {
            _exchange.FreeAfter(waiting);
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
    /// Returns whether an item is an event with empty data. For a text result, empty data is a value, unless the event has a
    /// type, such as a ping.
    /// </summary>
    private bool IsKeepAlive(StreamItem item)
        => item.Data.Span.Trim(" \t\r\n"u8).IsEmpty
            && !_plan.Client.StrictReading
            && (_result.Body != ResultBody.Text || (item.Data.IsEmpty && item.EventType is not (null or "message")));

    private T Read(ReadOnlyMemory<byte> data)
    {
        var payload = new ResponsePayload(data, _contentType, _plan.Client.MaxJsonDepth, _plan.Client.StrictReading, IsPart: true);
        try
        {
            return _result.Body == ResultBody.Json && _mayBePlainText ? TextJson.Read(_result, payload) : _result.Read(payload);
        }
        catch (PayloadException exception)
        {
            throw ResponseFailures.Content(_exchange, exception, data);
        }
    }
}
