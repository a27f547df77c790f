namespace RealtimeKit.Runtime.Http;

/// <summary>The caller's stream, from where it stands. Seekable, it can be sent again; it is never disposed.</summary>
internal sealed class StreamedBody : RequestBody
{
    private readonly Stream _stream;
    private readonly long _start;

    public StreamedBody(Stream stream, string contentType)
        : base(contentType)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    public override long? Length => _stream.CanSeek ? Math.Max(0, _stream.Length - _start) : null;

    public override bool IsRepeatable => _stream.CanSeek;

    public override Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }

        return _stream.CopyToAsync(stream, cancellationToken);
    }
}
