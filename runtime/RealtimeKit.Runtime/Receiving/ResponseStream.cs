using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// A response's body in the caller's hands; disposing it ends the exchange and frees the connection. Its failures are those
/// of any call.
/// </summary>
internal sealed class ResponseStream(Stream inner, Exchange exchange, FailureReader failures, CancellationToken closing) : Stream
{
    private int _disposed;
    private Exception? _failure;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // A read that blocks cannot be ended from outside; the next one hears of it.
    public override int Read(Span<byte> buffer)
    {
        ThrowIfEnded(CancellationToken.None);
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            throw Failure(exception, CancellationToken.None);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfEnded(cancellationToken);
        using CancellationTokenSource? either = Link(cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, either?.Token ?? closing).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            throw Failure(exception, cancellationToken);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            inner.Dispose();
            exchange.End();
        }

        base.Dispose(disposing);
    }

    /// <summary>The caller's own token and the client's end; null where the caller's can never be cancelled.</summary>
    private CancellationTokenSource? Link(CancellationToken cancellationToken)
        => cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing) : null;

    /// <summary>Whether it tells of the response: not where the caller disposed the stream or gave arguments that are none.</summary>
    private bool IsOurs(Exception exception) => Volatile.Read(ref _disposed) == 0 && exception is not (ArgumentException or NotSupportedException);

    /// <summary>
    /// After a read that failed or was cancelled the platform's stream says that it has ended, as if the response were whole.
    /// </summary>
    private void ThrowIfEnded(CancellationToken caller)
    {
        caller.ThrowIfCancellationRequested();
        if (_failure is { } failure && Volatile.Read(ref _disposed) == 0)
        {
            throw Failure(failure, caller);
        }

        if (closing.IsCancellationRequested)
        {
            throw Failure(new OperationCanceledException(closing), caller);
        }
    }

    private Exception Failure(Exception exception, CancellationToken caller)
    {
        _failure = exception is OperationCanceledException
            ? new IOException("An earlier read was cancelled, which ended the connection.", exception)
            : exception;
        if (exception is InvalidDataException)
        {
            return failures.Responses.BrokenCompression(exchange, exception);
        }

        Exception known = BodyFailure.IsForeign(exception) ? BodyFailure.From(exception) : exception;
        return failures.FromException(known, exchange, caller)!.Exception;
    }
}
