namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The bytes of a compressed response. Records whether the decoder tried to read beyond their end.
/// </summary>
/// <param name="inner">The body as the server sent it.</param>
/// <param name="isGzip">
/// True if another compressed part may follow. The decoder then reads on even at the end of a complete body. It receives one
/// byte that cannot begin a part. A decoder at the end of a part ignores the byte; otherwise it reads again or fails.
/// </param>
internal sealed class CompressedSource(Stream inner, bool isGzip) : ReadOnlyStream
{
    private const byte NoStartOfPart = 0xFF;

    private bool _isEmpty = true;

    /// <summary>Gets whether the response has ended and the decoder received a byte that is not from the server.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Gets whether the response ended before the compressed data was complete.</summary>
    public bool IsTruncated { get; private set; }

    public override int Read(Span<byte> buffer) => Received(inner.Read(buffer), buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Received(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Span);

    private int Received(int count, Span<byte> buffer)
    {
        if (count > 0 || buffer.IsEmpty)
        {
            _isEmpty &= count == 0;
            return count;
        }

        // Servers may declare an encoding even for a response without a body.
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
