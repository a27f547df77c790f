using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// A content that a handler has read or replaced, such as one that logs bodies. .NET keeps what was read in memory, and sends that, so that
/// the content itself does not see whether it was sent.
/// </summary>
internal sealed class CountedContent : HttpContent, ISentContent
{
    private readonly HttpContent _inner;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The headers are those of the content, which would be sent without this one.")]
    private CountedContent(HttpContent inner)
    {
        _inner = inner;
        foreach ((string name, HeaderStringValues values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool HasStarted => Sending is not null;

    public bool HasBeenRead => HasStarted;

    public Task? Sending { get; private set; }

    /// <summary>Returns null if the content itself counts how far it is sent.</summary>
    public static CountedContent? Of(HttpContent? content)
        => content is null or ISentContent { HasBeenRead: false } ? null : new CountedContent(content);

    /// <summary>Does nothing, since a <see cref="SingleSendHandler"/> sends it.</summary>
    public void WritingHeader(string name)
    {
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => Blocking.Wait(() => SerializeToStreamAsync(stream, context, cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var sending = new KnownSending();
        Sending = sending.Task;
        return sending.RunAsync(() => _inner.CopyToAsync(stream, context, cancellationToken));
    }

    protected override bool TryComputeLength(out long length)
    {
        long? known = _inner.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
