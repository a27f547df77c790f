using System.Buffers;
using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Collects the lines of one item. An item may be as large as a whole response.</summary>
internal sealed class ItemData(Exchange exchange)
{
    // This memory is not pooled: a read that ignores its cancellation may end, and write, after the caller has left.
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets whether the item has a line, even an empty one.</summary>
    public bool HasLines { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.WrittenMemory;

    public ReadOnlySpan<byte> Span => _bytes.WrittenSpan;

    /// <summary>Adds a line, after a line feed unless it is the first.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        int offset = HasLines ? 1 : 0;
        RequireSize(_bytes.WrittenCount + line.Length + (long)offset);
        Span<byte> target = _bytes.GetSpan(line.Length + offset + 1);
        if (HasLines)
        {
            target[0] = (byte)'\n';
        }

        line.CopyTo(target[offset..]);
        _bytes.Advance(line.Length + offset);
        HasLines = true;
    }

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        HasLines = false;
    }

    public void RequireSize(long length)
    {
        if (length > exchange.Plan.MaxResponseContentLength)
        {
            throw ResponseFailures.TooLarge(exchange);
        }
    }
}
