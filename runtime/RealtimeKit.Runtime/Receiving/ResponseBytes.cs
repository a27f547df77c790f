using System.Buffers;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The body of a response in pooled memory. The limit counts the bytes after decompression, whatever the headers say, so
/// that a compressed body never takes more memory than the limit allows.
/// </summary>
internal sealed class ResponseBytes : IDisposable
{
    private byte[] _bytes;
    private int _length;

    private ResponseBytes(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <summary>Reads a body to its end, or until it is one byte longer than the limit.</summary>
    /// <returns>The body, or null if it is longer than <paramref name="limit"/> bytes.</returns>
    public static ValueTask<ResponseBytes?> ReadAsync(Stream stream, long limit, CancellationToken cancellationToken)
        => ReadAsync(stream, limit, cutAtLimit: false, cancellationToken);

    /// <summary>Reads at most <paramref name="limit"/> bytes of a body and ignores the rest.</summary>
    public static async Task<ResponseBytes> ReadStartAsync(Stream stream, long limit, CancellationToken cancellationToken)
        => (await ReadAsync(stream, limit, cutAtLimit: true, cancellationToken).ConfigureAwait(false))!;

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static async ValueTask<ResponseBytes?> ReadAsync(Stream stream, long limit, bool cutAtLimit, CancellationToken cancellationToken)
    {
        using var buffer = new PieceBuffer(limit);
        while (true)
        {
            // A stream that ignores the token may always have bytes.
            cancellationToken.ThrowIfCancellationRequested();
            int read = await stream.ReadAsync(buffer.Free, cancellationToken).ConfigureAwait(false);
            buffer.Advance(read);
            if (buffer.Total > limit || read == 0)
            {
                break;
            }

            buffer.Grow();
        }

        return buffer.Total > limit && !cutAtLimit ? null : new ResponseBytes(buffer.Detach(), checked((int)Math.Min(buffer.Total, limit)));
    }
}
