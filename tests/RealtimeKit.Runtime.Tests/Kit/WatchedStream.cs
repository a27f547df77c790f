namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>The body of a response that a handler put in the place of that of .NET. Its reads run code of a test.</summary>
internal sealed class WatchedStream(Stream inner, Func<WatchedStream, CancellationToken, ValueTask>? reading) : Stream
{
    private int _reads;

    /// <summary>Gets whether the stream was disposed while a read was running, or read after that.</summary>
    public bool WasMisused { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
        => ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        WasMisused |= IsDisposed;
        try
        {
            if (reading is not null)
            {
                await reading(this, cancellationToken);
            }

            return await inner.ReadAsync(buffer, cancellationToken);
        }
        finally
        {
            WasMisused |= IsDisposed;
            Interlocked.Decrement(ref _reads);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            IsDisposed = true;
            WasMisused |= Volatile.Read(ref _reads) > 0;
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
