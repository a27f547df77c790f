using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Reads a response line by line. No line may be longer than a whole response.</summary>
/// <param name="stream">The body of the response.</param>
/// <param name="endsAtCarriageReturn">True if a carriage return alone ends a line, as in server-sent events. In JSON lines it is white space.</param>
/// <param name="exchange">The exchange that the response belongs to.</param>
internal sealed class LineReader(Stream stream, bool endsAtCarriageReturn, Exchange exchange)
{
    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private bool _skipLineFeed;

    /// <summary>Reads the next line without its line break.</summary>
    /// <returns>The line, valid until the next call, or null at the end of the response.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int scanned = 0;
        while (true)
        {
            SkipLineFeed();
            if (FindEnd(scanned) is { } length)
            {
                return Take(length);
            }

            scanned = _end - _start;
            RequireSize(scanned);
            MakeRoom();
            int read = await FillAsync(cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                // This cannot be one expression: null would be converted to empty memory, and the end of the response would
                // become an endless sequence of empty lines.
                if (scanned == 0)
                {
                    return null;
                }

                ReadOnlyMemory<byte> last = _buffer.AsMemory(_start, scanned);
                _start = _end;
                return last;
            }

            _end += read;
        }
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

    /// <summary>Returns the length of the line that begins at the start of the buffer, or null if its end has not arrived.</summary>
    private int? FindEnd(int scanned)
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + scanned, Math.Max(0, _end - _start - scanned));
        int index = endsAtCarriageReturn ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
        return index < 0 ? null : scanned + index;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        RequireSize(length);
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _skipLineFeed = _buffer[_start + length] == (byte)'\r';
        _start += length + 1;
        return line;
    }

    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
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

    /// <summary>Checks the length of a line, since the buffer may hold more bytes than a response may have.</summary>
    private void RequireSize(int length)
    {
        if (length > exchange.Plan.MaxResponseContentLength)
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
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }
}
