namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The bytes of a compressed response. It knows whether the decoder asked for more than there was.
/// </summary>
/// <param name="inner">The body as the server sent it.</param>
/// <param name="isGzip">
/// Whether another compressed part may follow. The decoder then asks for more bytes at the end of a complete body too. It is
/// given one byte that begins no part: a decoder that is done ignores the byte, and any other asks again or fails.
/// </param>
internal sealed class CompressedSource(Stream inner, bool isGzip) : Stream
{
    private const byte NoStartOfPart = 0xFF;

    private bool _isEmpty = true;

    /// <summary>Gets whether the response has ended and the decoder was given a byte that is not from the server.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Gets whether the response ended before the decoder was done.</summary>
    public bool IsTruncated { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Received(inner.Read(buffer), buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Received(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Span);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Received(int count, Span<byte> buffer)
    {
        if (count > 0 || buffer.IsEmpty)
        {
            _isEmpty &= count == 0;
            return count;
        }

        // Servers declare an encoding for responses without a body too.
        if (_isEmpty)
        {
            return 0;
        }

        if (!isGzip || HasEnded)
        {
            IsTruncated = true;
            return 0;
        }

        HasEnded = true;
        buffer[0] = NoStartOfPart;
        return 1;
    }
}
