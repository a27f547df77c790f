using System.Net;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// A body with a declared length. .NET compares the two only over HTTP/1.1. Over HTTP/2 and HTTP/3, a body that a server or proxy cuts
/// short ends without an exception, and a longer one is read, but this one throws.
/// </summary>
internal sealed class MeasuredStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private long _missing;

    private MeasuredStream(Stream inner, long length)
    {
        _inner = inner;
        _missing = length;
    }

    /// <summary>Returns the body of a response, measured if its length is declared and .NET does not measure it.</summary>
    public static Stream Of(Stream body, HttpResponseMessage response)
    {
        bool isMeasured = response.Version.Major < 2 || HasNoBody(response);
        return !isMeasured && response.Content.Headers.ContentLength is { } length ? new MeasuredStream(body, length) : body;
    }

    public override bool CanRead => _inner.CanRead;

    public override int Read(Span<byte> buffer) => Measured(_inner.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Measured(await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Returns whether the declared length is that of another response, such as the one to a GET.</summary>
    private static bool HasNoBody(HttpResponseMessage response)
        => response.RequestMessage?.Method == HttpMethod.Head || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified;

    private int Measured(int count, int size)
    {
        _missing -= count;
        if (_missing < 0)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, "The response is longer than its declared length.");
        }

        return count > 0 || size == 0 || _missing <= 0
            ? count
            : throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended before it had its declared length.");
    }
}
