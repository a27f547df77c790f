using System.Runtime.CompilerServices;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Cuts a response into items: server-sent events by their data, JSON lines and JSON sequences by line. No item is
/// larger than a whole response may be, and none may keep the caller waiting longer than a whole call.
/// </summary>
internal sealed class ItemReader(Stream stream, bool isEvents, Exchange exchange, CallPlan plan, FailureReader failures)
{
    private const byte RecordSeparator = 0x1E;
    private byte[] _buffer = new byte[8 * 1024];
    private int _start;
    private int _end;
    private bool _skipLineFeed;

    /// <summary>The items in turn; each is the caller's until the next is asked for.</summary>
    public async IAsyncEnumerable<StreamItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var data = new PooledBuffer();
        var fields = new EventFields();
        bool hasData = false;
        bool isFirst = true;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } read)
        {
            ReadOnlyMemory<byte> line = read;
            if (isFirst)
            {
                isFirst = false;
                line = line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
            }

            if (!isEvents)
            {
                ReadOnlyMemory<byte> item = line.Length > 0 && line.Span[0] == RecordSeparator ? line[1..] : line;
                if (!item.Span.Trim(" \t\r"u8).IsEmpty)
                {
                    yield return new StreamItem(item);
                }

                continue;
            }

            if (line.IsEmpty)
            {
                if (hasData)
                {
                    if (data.WrittenSpan.SequenceEqual("[DONE]"u8))
                    {
                        yield break;
                    }

                    yield return new StreamItem(data.WrittenMemory, fields.Type, fields.Id, fields.Retry);
                }

                data.Clear();
                fields.Clear();
                hasData = false;
            }
            else if (DataOf(line) is { } value)
            {
                Append(data, value.Span, hasData);
                hasData = true;
            }
            else
            {
                fields.Read(line.Span);
            }
        }

        // An event cut off before its empty line is not one (HTML, server-sent events, §9.2.6).
    }

    private static ReadOnlyMemory<byte>? DataOf(ReadOnlyMemory<byte> line)
    {
        if (line.Span.SequenceEqual("data"u8))
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (!line.Span.StartsWith("data:"u8))
        {
            return null;
        }

        return line.Length > 5 && line.Span[5] == (byte)' ' ? line[6..] : line[5..];
    }

    private void Append(PooledBuffer data, ReadOnlySpan<byte> value, bool isContinued)
    {
        if (data.Length + value.Length + 1L > plan.MaxResponseContentLength)
        {
            throw failures.TooLarge(exchange);
        }

        Span<byte> target = data.GetSpan(value.Length + 1);
        int offset = isContinued ? 1 : 0;
        if (isContinued)
        {
            target[0] = (byte)'\n';
        }

        value.CopyTo(target[offset..]);
        data.Advance(value.Length + offset);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadLineAsync(CancellationToken cancellationToken)
    {
        int scanned = 0;
        while (true)
        {
            if (_skipLineFeed && _start < _end)
            {
                _start += _buffer[_start] == (byte)'\n' ? 1 : 0;
                _skipLineFeed = false;
            }

            // Only events end lines with a lone carriage return; in JSON lines it is blank space.
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_start + scanned, Math.Max(0, _end - _start - scanned));
            int index = isEvents ? rest.IndexOfAny((byte)'\n', (byte)'\r') : rest.IndexOf((byte)'\n');
            if (index >= 0)
            {
                int length = scanned + index;
                RequireSize(length);
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
                _skipLineFeed = rest[index] == (byte)'\r';
                _start += length + 1;
                return line;
            }

            scanned = _end - _start;
            RequireSize(scanned);

            MakeRoom();
            int read = await FillAsync(cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                // Not one expression: null would become empty memory, and the end a line without end.
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

    /// <summary>Measures a line before it is handed over: the buffer may hold more than one may have.</summary>
    private void RequireSize(int length)
    {
        if (length > plan.MaxResponseContentLength)
        {
            throw failures.TooLarge(exchange);
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
