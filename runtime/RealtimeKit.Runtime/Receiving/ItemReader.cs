using System.Runtime.CompilerServices;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Splits a response into items: server-sent events, JSON lines, or the texts of a JSON text sequence. No item may be larger
/// than a whole response.
/// </summary>
internal sealed class ItemReader(Stream stream, bool isEvents, Exchange exchange)
{
    private const byte RecordSeparator = 0x1E;

    private readonly LineReader _lines = new(stream, endsAtCarriageReturn: isEvents, exchange);

    /// <summary>Reads the items. Each is valid until the next is read.</summary>
    public IAsyncEnumerable<StreamItem> ReadAsync(CancellationToken cancellationToken = default)
        => isEvents ? ReadEventsAsync(cancellationToken) : ReadLinesAsync(cancellationToken);

    private async IAsyncEnumerable<StreamItem> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool isFirst = true;
        while (await ReadLineAsync(isFirst, cancellationToken).ConfigureAwait(false) is { } line)
        {
            isFirst = false;
            ReadOnlyMemory<byte> item = line.Length > 0 && line.Span[0] == RecordSeparator ? line[1..] : line;
            if (!item.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return new StreamItem(item);
            }
        }
    }

    private async IAsyncEnumerable<StreamItem> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var data = new PooledBuffer();
        var fields = new EventFields();
        bool hasData = false;
        bool isFirst = true;
        while (await ReadLineAsync(isFirst, cancellationToken).ConfigureAwait(false) is { } line)
        {
            isFirst = false;
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

        // The standard drops an event that ends without an empty line (HTML, server-sent events, §9.2.6).
    }

    /// <summary>Reads a line, the first one without a byte order mark.</summary>
    private async ValueTask<ReadOnlyMemory<byte>?> ReadLineAsync(bool isFirst, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? line = await _lines.ReadAsync(cancellationToken).ConfigureAwait(false);
        return isFirst && line is { } first && first.Span.StartsWith("\uFEFF"u8) ? first[3..] : line;
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
        if (data.Length + value.Length + 1L > exchange.Plan.MaxResponseContentLength)
        {
            throw ResponseFailures.TooLarge(exchange);
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
}
