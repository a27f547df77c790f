using System.Buffers;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Cancellation;
using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The body of a response as a stream for the caller. Disposing it ends the exchange and frees the connection. It throws the
/// exceptions of a call.
/// </summary>
internal sealed class ResponseStream(Stream inner, Exchange exchange) : ReadOnlyStream
{
    private const int LargestCopy = 80 * 1024;

    private readonly CancellationToken _closing = exchange.Plan.Closing;
    private ReadGate _gate;
    private QuietSource _ended = new();
    private Exception? _failure;

    public override bool CanRead => inner.CanRead;

    public override int Read(Span<byte> buffer)
    {
        byte[] memory = ArrayPool<byte>.Shared.Rent(Math.Min(buffer.Length, LargestCopy));
        int count = Read(memory, 0, Math.Min(buffer.Length, memory.Length));
        memory.AsSpan(0, count).CopyTo(buffer);
        ArrayPool<byte>.Shared.Return(memory);
        return count;
    }

    // A blocking read of .NET cannot be stopped. It would take the next response of the connection if its file is disposed meanwhile.
    public override int Read(byte[] buffer, int offset, int count)
    {
        Memory<byte> memory = buffer.AsMemory(offset, count);
        if (SynchronizationContext.Current is not null || TaskScheduler.Current != TaskScheduler.Default)
        {
            // The stream of a handler may continue there, which this thread would block.
            return Task.Run(() => ReadAsync(memory).AsTask()).GetAwaiter().GetResult();
        }

        ValueTask<int> reading = ReadAsync(memory);
        return reading.IsCompleted ? reading.GetAwaiter().GetResult() : reading.AsTask().GetAwaiter().GetResult();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfEnded(cancellationToken);
        ObjectDisposedException.ThrowIf(!_gate.TryEnter(), typeof(Stream));
        try
        {
            // Registered only for this read, so that a forgotten stream can be collected.
            QuietSource source = Source();
            using CancellationTokenRegistration byClosing = source.CancelWith(_closing);
            using CancellationTokenRegistration byCaller = source.CancelWith(cancellationToken);
            int count = await inner.ReadAsync(buffer, source.Token).ConfigureAwait(false);
            if (count == 0 && !buffer.IsEmpty)
            {
                await exchange.EnsureSentAsync(source.Token).ConfigureAwait(false);
            }

            return count;
        }
        catch (Exception exception) when (_gate.IsClosed)
        {
            Exception? shown = Redactor.Inner(exception, exchange.Secrets);
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException("The read was cancelled.", shown, cancellationToken)
                : new ObjectDisposedException(typeof(Stream).FullName, shown);
        }
        catch (Exception exception) when (exception is not (ArgumentException or NotSupportedException))
        {
            throw Failure(exception, cancellationToken);
        }
        finally
        {
            LeaveGate();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _gate.TryClose())
        {
            // Ends a read and its connection. The read then frees both. Freed beside the read, the connection would be used for the next
            // request, and the read would take its response.
            exchange.StopSending();
            Volatile.Read(ref _ended).CancelQuietly();
            LeaveGate();
        }

        base.Dispose(disposing);
    }

    private void LeaveGate()
    {
        if (_gate.Leave())
        {
            exchange.End();
            _ended.Dispose();
        }
    }

    /// <summary>Returns the source that ends a read. Disposing the stream cancels it.</summary>
    private QuietSource Source()
    {
        if (!_ended.IsCancellationRequested)
        {
            return _ended;
        }

        // The token of an earlier read was cancelled at its end.
        var source = new QuietSource();
        Interlocked.Exchange(ref _ended, source).Dispose();
        ObjectDisposedException.ThrowIf(_gate.IsClosed, typeof(Stream));
        return source;
    }

    /// <summary>
    /// Throws an exception if an earlier read failed or was cancelled, or the stream was disposed. The stream of .NET would report the end
    /// of the body, as if the response were complete, or read the next response of the connection.
    /// </summary>
    private void ThrowIfEnded(CancellationToken caller)
    {
        ObjectDisposedException.ThrowIf(_gate.IsClosed, typeof(Stream));
        caller.ThrowIfCancellationRequested();
        if (_failure is { } failure)
        {
            throw Failure(failure, caller);
        }

        if (_closing.IsCancellationRequested)
        {
            throw Failure(new OperationCanceledException(_closing), caller);
        }
    }

    private Exception Failure(Exception exception, CancellationToken caller)
    {
        _failure = exception is OperationCanceledException
            ? new IOException("An earlier read was cancelled, which ended the connection.", exception)
            : exception;
        if (exception is InvalidDataException)
        {
            return ResponseFailures.BrokenCompression(exchange, exception);
        }

        Exception known = BodyFailure.IsForeign(exception) ? BodyFailure.From(exception) : exception;
        return FailureReader.FromException(known, exchange, caller)!.Exception;
    }
}
