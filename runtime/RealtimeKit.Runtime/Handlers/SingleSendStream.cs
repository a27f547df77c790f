using System.Runtime.CompilerServices;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Prevents .NET from repeating a request on an HTTP/1.1 connection, and from using a connection again from which something else still reads.
/// </summary>
/// <remarks>
/// If a connection ends before the first byte of a response, .NET repeats a request without a body up to three times, although
/// the server may have processed it. It does so for an <see cref="IOException"/>. This stream throws another exception instead,
/// and the transport decides by its own rules whether to retry. A connection that ends while it is idle is left to the
/// connection pool. A stream of a handler may read beside .NET, which reads the rest of a response that is disposed. Both would take a part of
/// it, and one of them the next response. So a second read closes the connection.
/// </remarks>
/// <param name="inner">The connection.</param>
/// <param name="isTunnel">
/// True for a connection to a proxy that has been asked for a tunnel. Until the proxy responds, nothing can have been sent to the server. The bytes
/// after its response are not HTTP.
/// </param>
internal sealed class SingleSendStream(Stream inner, bool isTunnel = false) : Stream
{
    private readonly bool _isTunnel = isTunnel;
    private volatile bool _isAwaiting = isTunnel;
    private readonly object _lock = new();
    private ProxyLogins? _logins;
    private int _isReading;
    private int _number;
    private bool _isClosed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Closes the connection, unless a later request than that with this number is sent on it.</summary>
    public void Close(int number)
    {
        lock (_lock)
        {
            if (number != _number)
            {
                return;
            }

            _isClosed = true;
        }

        inner.Dispose();
    }

    // The pool starts reading before a request is written, so the state at the end of the read decides.
    public override int Read(Span<byte> buffer)
    {
        BeginRead();
        try
        {
            int count = inner.Read(buffer);
            return Received(buffer[..count], buffer.Length);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        BeginRead();
        try
        {
            int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Received(buffer.Span[..count], buffer.Length);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Sending(buffer);
        try
        {
            inner.Write(buffer);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Sending(buffer.Span);
        try
        {
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void BeginRead()
    {
        if (Interlocked.Exchange(ref _isReading, 1) != 0)
        {
            inner.Dispose();
            var exception = new IOException("The connection was closed, since a handler still read from it.");
            throw _isAwaiting ? Unanswered(exception) : exception;
        }
    }

    private HttpRequestException Unanswered(IOException exception)
        => new(
            _isTunnel ? HttpRequestError.ProxyTunnelError : HttpRequestError.Unknown,
            "The connection broke before the first byte of the response was received.",
            exception);

    private int Received(ReadOnlySpan<byte> bytes, int size)
    {
        if (bytes.Length > 0)
        {
            if (_isAwaiting)
            {
                _logins?.Count407(bytes);
            }

            _isAwaiting = false;
        }
        else if (size > 0 && _isAwaiting)
        {
            throw new HttpRequestException(
                _isTunnel ? HttpRequestError.ProxyTunnelError : HttpRequestError.ResponseEnded,
                "The connection ended before the first byte of the response was received.");
        }

        return bytes.Length;
    }

    /// <summary>
    /// Starts waiting for a response if the bytes start a request. A server may respond before it has received the whole body,
    /// and the rest of the body may still be written when the response and the connection end.
    /// </summary>
    private void Sending(ReadOnlySpan<byte> bytes)
    {
        if (_isTunnel ? bytes.StartsWith("CONNECT "u8) : IsStart(bytes))
        {
            Start();
            _logins = ProxyLogins.Current;
            _isAwaiting = true;
        }
    }

    /// <summary>Starts a request. A connection that was closed meanwhile has sent nothing of it.</summary>
    private void Start()
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                throw new IOException("The connection was closed.");
            }

            _number++;
        }

        // No handler between it and the connection can have sent another request.
        if (SendRecord.Current is { RepeatsOnlyUnprocessed: true } record)
        {
            record.SentOn(this, _number);
        }
    }

    /// <summary>
    /// Returns whether the bytes start with a method and a target, as in <c>GET /</c>. .NET starts each request with a separate write.
    /// </summary>
    private static bool IsStart(ReadOnlySpan<byte> bytes)
    {
        int method = bytes[..Math.Min(bytes.Length, 128)].IndexOf((byte)' ');
        return method > 0
            && method + 1 < bytes.Length
            && bytes[method + 1] is (byte)'/' or (byte)'*' or (byte)'h'
            && bytes[..method].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
    }
}
