using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Splits a response into items: server-sent events, JSON lines, or the texts of a JSON text sequence. No item may be larger
/// than a whole response. Items whose bytes have arrived are read without waiting.
/// </summary>
internal sealed class ItemReader(Stream stream, ItemFormat format, Exchange exchange)
{
    private const byte RecordSeparator = 0x1E;

    // What surrounds an item on its line does not count: the name of a field, a separator, or a carriage return.
    private const int LongestFrame = 6;

    private readonly LineReader _lines = new(
        stream,
        format switch { ItemFormat.Events => (byte)'\r', ItemFormat.Sequence => RecordSeparator, _ => (byte)'\n' },
        exchange.Plan.MaxResponseContentLength + LongestFrame,
        exchange);

    private readonly ItemData _data = new(exchange);
    private readonly EventFields _fields = new();
    private JsonBalance _balance;
    private bool _hasLines;
    private bool _isComplete;
    private bool _isDone;

    /// <summary>Gets the current item. It is valid until the next is read.</summary>
    public StreamItem Current { get; private set; }

    /// <summary>Reads the next item if its bytes have arrived.</summary>
    public bool TryRead()
    {
        while (!_isDone && _lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            line = WithoutByteOrderMark(line);
            bool isItem = format switch
            {
                ItemFormat.Events => IsEndOfEvent(line),
                ItemFormat.Sequence => IsEndOfText(line),
                _ => IsText(line),
            };
            if (isItem)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Waits for the next item.</summary>
    /// <returns>False at the end of the response.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!TryRead())
        {
            // A stream that ignores the token may always have bytes.
            cancellationToken.ThrowIfCancellationRequested();

            // The standard drops an event that ends without an empty line (HTML, server-sent events, §9.2.6). A text is an error then.
            if (_isDone || !await _lines.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                bool isCut = !_isDone && format == ItemFormat.Sequence && !_isComplete && IsPending();
                _isDone = true;
                return isCut;
            }
        }

        return true;
    }

    private ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> line)
    {
        bool isFirst = !_hasLines;
        _hasLines = true;
        return isFirst && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    /// <summary>
    /// Reads a line of a JSON text sequence. Returns true if it ends a text: at the next separator, or at a line feed where the text
    /// is complete, so that it need not wait for the next one.
    /// </summary>
    private bool IsEndOfText(ReadOnlyMemory<byte> line)
    {
        StartAfterItem();
        _data.Add(line.Span);
        _balance.Add(line.Span);
        _isComplete = !_lines.EndedAtLineFeed || _balance.CanEnd;
        if (!_lines.EndedAtLineFeed)
        {
            RequireEnd(_data.Span);
        }

        return _isComplete && IsPending();
    }

    /// <summary>Checks that a text shows its end. Others need white space after them (RFC 7464, §2.4): <c>12</c> may be the start of <c>123</c>.</summary>
    private void RequireEnd(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && char.IsAsciiLetterOrDigit((char)text[^1]))
        {
            throw ResponseFailures.Content(
                exchange, new PayloadException("A text of the sequence may be cut, since no white space follows it."), _data.Memory);
        }
    }

    /// <summary>Returns whether the current item is a text that is not empty.</summary>
    private bool IsPending()
    {
        Current = new StreamItem(_data.Memory);
        return _data.HasLines && !_data.Span.Trim(" \t\r\n"u8).IsEmpty;
    }

    /// <summary>Reads a line of JSON lines. Returns false if it is empty.</summary>
    private bool IsText(ReadOnlyMemory<byte> line)
    {
        ReadOnlyMemory<byte> item = line.Length > 0 && line.Span[0] == RecordSeparator ? line[1..] : line;
        item = item.TrimEnd((byte)'\r');
        _data.RequireSize(item.Length);
        Current = new StreamItem(item);
        return !item.Span.Trim(" \t\r"u8).IsEmpty;
    }

    /// <summary>Reads a line of an event. Returns true if the line ends an event with data.</summary>
    private bool IsEndOfEvent(ReadOnlyMemory<byte> line)
    {
        StartAfterItem();
        if (line.IsEmpty && !_data.HasLines)
        {
            _fields.EndWithoutData();
            return false;
        }

        if (line.IsEmpty)
        {
            _isComplete = true;
            _isDone = _data.Span.SequenceEqual("[DONE]"u8);
            Current = new StreamItem(_data.Memory, _fields.Type, _fields.Id, _fields.Retry);
            return !_isDone;
        }

        if (DataOf(line) is { } value)
        {
            _data.Add(value.Span);
        }
        else if (!_fields.TryRead(line.Span))
        {
            throw ResponseFailures.Content(exchange, new PayloadException("A field of an event is not valid UTF-8."), line);
        }

        return false;
    }

    /// <summary>Forgets an item that is complete. Its bytes had to remain until now.</summary>
    private void StartAfterItem()
    {
        if (!_isComplete)
        {
            return;
        }

        _data.Clear();
        _fields.Clear();
        _balance = default;
        _isComplete = false;
    }

    private static ReadOnlyMemory<byte>? DataOf(ReadOnlyMemory<byte> line)
    {
        ReadOnlySpan<byte> bytes = line.Span;
        if (!bytes.StartsWith("data"u8))
        {
            return null;
        }

        if (bytes.Length == 4)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (bytes[4] != (byte)':')
        {
            return null;
        }

        return bytes.Length > 5 && bytes[5] == (byte)' ' ? line[6..] : line[5..];
    }
}
