using System.Buffers;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Collects bytes in pooled memory. Up to 1 MiB, the buffer grows by copying. Beyond that, it adds pieces, which are copied
/// only once, when all bytes are there.
/// </summary>
internal sealed class PieceBuffer(long limit) : IDisposable
{
    private const int FirstRent = 16 * 1024;
    private const int PieceSize = 1024 * 1024;

    private List<byte[]>? _pieces;
    private byte[] _current = ArrayPool<byte>.Shared.Rent((int)Math.Min(FirstRent, limit + 1));
    private int _filled;

    /// <summary>Gets the number of bytes in the buffer.</summary>
    public long Total { get; private set; }

    /// <summary>Gets the memory for the next bytes.</summary>
    public Memory<byte> Free => _current.AsMemory(_filled);

    /// <summary>Adds the bytes that were written to <see cref="Free"/>.</summary>
    public void Advance(int count)
    {
        _filled += count;
        Total += count;
    }

    /// <summary>Makes room for more bytes if the memory is full.</summary>
    public void Grow()
    {
        if (_filled < _current.Length)
        {
            return;
        }

        if (_current.Length < PieceSize)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_current.Length * 2);
            _current.AsSpan(0, _filled).CopyTo(larger);
            Return(_current);
            _current = larger;
        }
        else
        {
            (_pieces ??= []).Add(_current);
            _current = ArrayPool<byte>.Shared.Rent(PieceSize);
            _filled = 0;
        }
    }

    /// <summary>Returns all bytes in one pooled array, which the caller must return to the pool.</summary>
    public byte[] Detach()
    {
        byte[] whole = _current;
        if (_pieces is null)
        {
            _current = [];
            return whole;
        }

        whole = ArrayPool<byte>.Shared.Rent(checked((int)Total));
        int position = 0;
        foreach (byte[] piece in _pieces)
        {
            piece.CopyTo(whole, position);
            position += piece.Length;
        }

        _current.AsSpan(0, _filled).CopyTo(whole.AsSpan(position));
        return whole;
    }

    public void Dispose()
    {
        Return(_current);
        _pieces?.ForEach(Return);
        _current = [];
        _pieces = null;
    }

    private static void Return(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
