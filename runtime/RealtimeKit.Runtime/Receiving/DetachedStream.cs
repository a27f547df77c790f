using RealtimeKit.Runtime.Calls;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// The stream of a handler, whose reads may ignore their cancellation. A read that does so is no longer waited for. It could still write
/// after the caller has reused the memory for something else, so it gets memory of its own. The response is freed after it.
/// </summary>
internal sealed class DetachedStream : ReadOnlyStream
{
    private const int LargestRead = 64 * 1024;

    private readonly Stream _inner;
    private readonly Exchange _exchange;
    private byte[] _memory = [];

    private DetachedStream(Stream inner, Exchange exchange)
    {
        _inner = inner;
        _exchange = exchange;
    }

    /// <summary>Returns the body of a response, detached unless .NET itself created the content. The streams of .NET end their reads.</summary>
    public static Stream Of(Stream body, Exchange exchange)
        => exchange.Response!.Content is var content && (content is StreamContent || content.GetType().Assembly != typeof(HttpContent).Assembly)
            ? new DetachedStream(body, exchange)
            : body;

    public override bool CanRead => _inner.CanRead;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Checked(_inner.Read(buffer), buffer.Length);
        }
        catch (Exception exception) when (LooksLikeMisuse(exception))
        {
            throw BodyFailure.From(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        byte[] memory = Take(Math.Min(buffer.Length, LargestRead));
        Memory<byte> target = memory.AsMemory(0, Math.Min(buffer.Length, memory.Length));
        int count;
        try
        {
            count = Checked(await ReadInnerAsync(target, cancellationToken).ConfigureAwait(false), target.Length);
        }
        catch (Exception exception) when (LooksLikeMisuse(exception))
        {
            throw BodyFailure.From(exception);
        }

        target.Span[..count].CopyTo(buffer.Span);
        _memory = memory;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ForeignCode.Dispose(_inner);
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadInnerAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        Task<int> reading = _inner.ReadAsync(target, cancellationToken).AsTask();
        if (await ForeignCode.HasEndedAsync(reading, isInner: true, cancellationToken).ConfigureAwait(false))
        {
            return await reading.ConfigureAwait(false);
        }

        _exchange.FreeAfter(reading);
        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Returns whether the exception would look as if the caller had passed invalid arguments.</summary>
    private static bool LooksLikeMisuse(Exception exception) => exception is ArgumentException or NotSupportedException;

    private static int Checked(int count, int size)
        => count >= 0 && count <= size ? count : throw new IOException($"The stream of the response body returned {count} bytes for a read of {size}.");

    /// <summary>Returns memory that no other read uses.</summary>
    private byte[] Take(int length)
    {
        byte[] memory = Interlocked.Exchange(ref _memory, []);
        return memory.Length >= length ? memory : new byte[length];
    }
}
