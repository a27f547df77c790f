using System.Buffers;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// A body in pooled memory, read up to a limit that counts what is really there, after decompression, whatever the
/// headers promise. Small bodies grow in place; larger ones are kept in pieces until they are known to be within the
/// limit, so that a bomb never costs more than the limit.
/// </summary>
internal sealed class ResponseBytes : IDisposable
{
    private const int FirstRent = 16 * 1024;
    private const int PieceSize = 1024 * 1024;

    private byte[] _bytes;
    private int _length;

    private ResponseBytes(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
    }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <summary>Reads to the end, or to one byte more than the limit.</summary>
    /// <returns>The body, or null where it is longer than <paramref name="limit"/>.</returns>
    public static Task<ResponseBytes?> ReadAsync(Stream stream, long limit, CancellationToken cancellationToken)
        => ReadAsync(stream, limit, cutAtLimit: false, cancellationToken);

    /// <summary>Reads at most <paramref name="limit"/> bytes and leaves the rest.</summary>
    public static async Task<ResponseBytes> ReadStartAsync(Stream stream, long limit, CancellationToken cancellationToken)
        => (await ReadAsync(stream, limit, cutAtLimit: true, cancellationToken).ConfigureAwait(false))!;

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _length = 0;
        Return(bytes);
    }

    private static async Task<ResponseBytes?> ReadAsync(Stream stream, long limit, bool cutAtLimit, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        byte[] current = ArrayPool<byte>.Shared.Rent((int)Math.Min(FirstRent, limit + 1));
        int filled = 0;
        long total = 0;
        try
        {
            while (true)
            {
                int read = await stream.ReadAsync(current.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                filled += read;
                total += read;
                if (total > limit || read == 0)
                {
                    break;
                }

                if (filled < current.Length)
                {
                    continue;
                }

                if (current.Length < PieceSize)
                {
                    byte[] larger = ArrayPool<byte>.Shared.Rent(current.Length * 2);
                    current.AsSpan(0, filled).CopyTo(larger);
                    Return(current);
                    current = larger;
                }
                else
                {
                    pieces.Add(current);
                    current = ArrayPool<byte>.Shared.Rent(PieceSize);
                    filled = 0;
                }
            }

            if (total > limit && !cutAtLimit)
            {
                return null;
            }

            int length = checked((int)Math.Min(total, limit));
            byte[] whole = pieces.Count == 0 ? current : Join(pieces, current, checked((int)total));
            if (pieces.Count == 0)
            {
                current = [];
            }

            return new ResponseBytes(whole, length);
        }
        finally
        {
            Return(current);
            foreach (byte[] piece in pieces)
            {
                Return(piece);
            }
        }
    }

    private static byte[] Join(List<byte[]> pieces, byte[] last, int total)
    {
        byte[] whole = ArrayPool<byte>.Shared.Rent(total);
        int position = 0;
        foreach (byte[] piece in pieces)
        {
            piece.CopyTo(whole, position);
            position += piece.Length;
        }

        last.AsSpan(0, total - position).CopyTo(whole.AsSpan(position));
        return whole;
    }

    private static void Return(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
