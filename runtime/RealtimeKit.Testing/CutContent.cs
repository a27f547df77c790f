using System.Net;

namespace RealtimeKit.Testing;

/// <summary>The first half of a body, followed by a broken connection.</summary>
internal sealed class CutContent : HttpContent
{
    private readonly byte[] _half;

    private CutContent(byte[] half) => _half = half;

    public static async Task<CutContent> OfAsync(HttpContent whole, CancellationToken cancellationToken)
    {
        byte[] bytes = await whole.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var cut = new CutContent(bytes[..(bytes.Length / 2)]);
        cut.Headers.ContentType = whole.Headers.ContentType;
        whole.Dispose();
        return cut;
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new CutStream(_half));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => throw new HttpIOException(HttpRequestError.ResponseEnded, "Injected: the connection was lost within the body.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    // All other read methods of a class that derives from MemoryStream call this one.
    private sealed class CutStream(byte[] half) : MemoryStream(half, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => More(base.Read(buffer, offset, count));

        private static int More(int read)
            => read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "Injected: the connection was lost within the body.");
    }
}
