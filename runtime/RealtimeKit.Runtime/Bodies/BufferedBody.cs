using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// A body in memory. Pooled memory is returned only after the last write has ended. After a cancelled request or an early
/// response, the connection may still be writing, and would send what the next user of the memory puts there.
/// </summary>
internal sealed class BufferedBody : RequestBody
{
    private readonly PooledBuffer? _pooled;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<string>? _secrets;
    private int _holders = 1;
    private int _disposed;

    public BufferedBody(PooledBuffer pooled, string contentType, List<string>? secrets)
        : base(contentType)
    {
        _pooled = pooled;
        _bytes = pooled.WrittenMemory;
        _secrets = secrets;
    }

    public BufferedBody(ReadOnlyMemory<byte> bytes, string contentType, List<string>? secrets = null)
        : base(contentType)
    {
        _bytes = bytes;
        _secrets = secrets;
    }

    public override IEnumerable<string> Secrets => _secrets ?? [];

    public override long? Length => _bytes.Length;

    public override bool IsRepeatable => true;

    public override bool IsInMemory => true;

    public override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (!TryHold())
        {
            throw new ObjectDisposedException(nameof(BufferedBody));
        }

        try
        {
            await stream.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    }

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }
    }

    private bool TryHold()
    {
        int holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            int seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _pooled?.Dispose();
        }
    }
}
