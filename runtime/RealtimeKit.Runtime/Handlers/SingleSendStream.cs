using System.Runtime.CompilerServices;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>Prevents .NET from repeating a request on an HTTP/1.1 connection.</summary>
/// <remarks>
/// If a connection ends before the first byte of a response, .NET repeats a request without a body up to three times, although
/// the server may have processed it. It does so for an <see cref="IOException"/>. This stream throws another exception instead,
/// and the transport decides by its own rules whether to retry. A connection that ends while it is idle is left to the
/// connection pool.
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
    private ProxyLogins? _logins;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // The pool starts reading before a request is written, so the state at the end of the read decides.
    public override int Read(Span<byte> buffer)
    {
        try
        {
            int count = inner.Read(buffer);
            return Received(buffer[..count], buffer.Length);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Received(buffer.Span[..count], buffer.Length);
        }
        catch (IOException exception) when (_isAwaiting)
        {
            throw Unanswered(exception);
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
            _logins = ProxyLogins.Current;
            _isAwaiting = true;
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
