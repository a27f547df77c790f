using System.IO.Compression;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Decompresses a response. If the compressed bytes break off, the streams of .NET end without an exception, but this one
/// throws.
/// </summary>
internal sealed class DecodedStream : ReadOnlyStream
{
    private readonly Stream _platform;
    private readonly CompressedSource _source;
    private readonly Stream _decoder;

    private DecodedStream(Stream platform, CompressedSource source, Stream decoder)
    {
        _platform = platform;
        _source = source;
        _decoder = decoder;
    }

    /// <summary>
    /// Returns a replacement for the stream with which .NET decompresses a response. Any other stream is returned unchanged.
    /// </summary>
    /// <param name="body">The body of a response. Nothing was read from it.</param>
    public static Stream Of(Stream body)
    {
        switch (body)
        {
            case GZipStream gzip:
                var parts = new CompressedSource(gzip.BaseStream, isGzip: true);
                return new DecodedStream(body, parts, new GZipStream(parts, CompressionMode.Decompress));
            case BrotliStream brotli when !OperatingSystem.IsBrowser():
                var source = new CompressedSource(brotli.BaseStream, isGzip: false);
                return new DecodedStream(body, source, new BrotliStream(source, CompressionMode.Decompress));
            default:
                return body;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Decoded(_decoder.Read(buffer));
        }
        catch (InvalidDataException) when (_source.HasEnded)
        {
            throw Truncated();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Decoded(await _decoder.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException) when (_source.HasEnded)
        {
            throw Truncated();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
            _source.Dispose();
            _platform.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Decoded(int count)
    {
        // Bytes that the decoder returns after the end come from a byte that the server did not send.
        return _source.IsTruncated || (count > 0 && _source.HasEnded) ? throw Truncated() : count;
    }

    private static HttpRequestException Truncated()
        => new(HttpRequestError.ResponseEnded, "The response ended before its compressed body was complete.");
}
