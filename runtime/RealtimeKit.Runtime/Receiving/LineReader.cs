using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Splits a response into lines.</summary>
/// <param name="stream">The body of the response.</param>
/// <param name="otherEnd">
/// A byte other than a line feed that ends a line: a carriage return in server-sent events, which is white space in JSON lines, or the
/// separator of a JSON text sequence. Otherwise, a line feed again.
/// </param>
/// <param name="limit">The length of the longest line in bytes.</param>
/// <param name="exchange">The exchange that the response belongs to.</param>
internal sealed class LineReader(Stream stream, byte otherEnd, long limit, Exchange exchange)
{
    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private int _scanned;
    private bool _skipLineFeed;
    private bool _hasEnded;

    /// <summary>Gets whether a line feed ended the last line.</summary>
    public bool EndedAtLineFeed { get; private set; }

    /// <summary>Reads the next line, without its line break, if it has arrived.</summary>
    /// <param name="line">The line, valid until the next call.</param>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        SkipLineFeed();
        if (FindEnd() is >= 0 and var length)
        {
            line = Take(length);
            return true;
        }

        // The last line may have no line break.
        if (_hasEnded && _start < _end)
        {
            line = _buffer.AsMemory(_start, _end - _start);
            _start = _end;
            _scanned = 0;
            EndedAtLineFeed = false;
            return true;
        }

        line = default;
        return false;
    }

    /// <summary>Waits for more bytes, after <see cref="TryRead"/> has found no line.</summary>
    /// <returns>False if the response has ended, and its last line was read.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _scanned = _end - _start;
        RequireSize(_scanned);
        MakeRoom();
        int read = await ReadAsync(cancellationToken).ConfigureAwait(false);
        _end += read;
        _hasEnded = read == 0;
        return _end > _start;
    }

    /// <summary>Skips the line feed after a carriage return that ended the line before.</summary>
    private void SkipLineFeed()
    {
        if (_skipLineFeed && _start < _end)
        {
            _start += _buffer[_start] == (byte)'\n' ? 1 : 0;
            _skipLineFeed = false;
        }
    }

    /// <summary>Returns the length of the line that begins at the start of the buffer, or -1 if its end has not arrived.</summary>
    private int FindEnd()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + _scanned, Math.Max(0, _end - _start - _scanned));
        int index = rest.IndexOfAny((byte)'\n', otherEnd);
        return index < 0 ? -1 : _scanned + index;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        RequireSize(length);
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        EndedAtLineFeed = _buffer[_start + length] == (byte)'\n';
        _skipLineFeed = _buffer[_start + length] == (byte)'\r';
        _start += length + 1;
        _scanned = 0;
        return line;
    }

    private async ValueTask<int> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (BodyFailure.IsForeign(exception))
        {
            throw BodyFailure.From(exception);
        }
    }

    /// <summary>Checks the length of a line, since the buffer may hold more bytes.</summary>
    private void RequireSize(int length)
    {
        if (length > limit)
        {
            throw ResponseFailures.TooLarge(exchange);
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            int larger = Grown(_buffer.Length);
            Array.Resize(ref _buffer, larger > _end ? larger : throw ResponseFailures.TooLarge(exchange));
        }
    }

    /// <summary>Returns the next length of a buffer. It is the same if no array can be longer.</summary>
    internal static int Grown(int length) => (int)Math.Min(2L * length, Array.MaxLength);
}
