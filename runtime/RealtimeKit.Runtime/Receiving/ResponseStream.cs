using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Cancellation;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The body of a response as a stream for the caller. Disposing it ends the exchange and frees the connection. It throws the
/// exceptions of a call.
/// </summary>
internal sealed class ResponseStream(Stream inner, Exchange exchange) : ReadOnlyStream
{
    private readonly CancellationToken _closing = exchange.Plan.Closing;
    private readonly QuietSource _ended = new(exchange.Plan.Closing);
    private int _disposed;
    private volatile bool _isReading;
    private Exception? _failure;

    public override bool CanRead => inner.CanRead;

    // A blocking read cannot be stopped from outside. The next read fails.
    public override int Read(Span<byte> buffer)
    {
        ThrowIfEnded(CancellationToken.None);
        try
        {
            int count = inner.Read(buffer);
            if (count == 0 && !buffer.IsEmpty)
            {
                exchange.EnsureSentAsync(_closing).AsTask().GetAwaiter().GetResult();
            }

            return count;
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            throw Failure(exception, CancellationToken.None);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfEnded(cancellationToken);
        using QuietSource? either = Link(cancellationToken);
        CancellationToken token = (either ?? _ended).Token;
        try
        {
            _isReading = true;
            int count = await inner.ReadAsync(buffer, token).ConfigureAwait(false);
            if (count == 0 && !buffer.IsEmpty)
            {
                await exchange.EnsureSentAsync(token).ConfigureAwait(false);
            }

            return count;
        }
        catch (Exception exception) when (IsOurs(exception))
        {
            throw Failure(exception, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(typeof(Stream).FullName, exception);
        }
        finally
        {
            _isReading = false;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            if (_isReading)
            {
                // Ends the connection. Otherwise the read would take the first bytes of the next response.
                _ended.CancelQuietly();
            }

            inner.Dispose();
            exchange.End();
            _ended.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// Links the caller's token with the one for disposing the stream or the client. Returns null if the caller's token can never be
    /// cancelled.
    /// </summary>
    private QuietSource? Link(CancellationToken cancellationToken)
        => cancellationToken.CanBeCanceled ? new QuietSource(cancellationToken, _ended.Token) : null;

    /// <summary>
    /// Returns whether an exception is a failure of the response. It is not if the caller disposed the stream or passed invalid arguments.
    /// </summary>
    private bool IsOurs(Exception exception) => Volatile.Read(ref _disposed) == 0 && exception is not (ArgumentException or NotSupportedException);

    /// <summary>
    /// Throws an exception if an earlier read failed or was cancelled, or the stream was disposed. The stream of .NET would report the end
    /// of the body, as if the response were complete, or read the next response of the connection.
    /// </summary>
    private void ThrowIfEnded(CancellationToken caller)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, typeof(Stream));
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
