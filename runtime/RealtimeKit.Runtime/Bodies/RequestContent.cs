using System.Net;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Cancellation;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// The body of one attempt. It records whether sending has started, which decides whether the server may have received the
/// request. A body that must not be repeated is sent only once, even if a handler repeats the request.
/// </summary>
internal sealed class RequestContent : HttpContent, ISentContent
{
    private readonly RequestBody _body;
    private readonly bool _onlyOnce;
    private int _sends;
    private SendRecord? _sender;
    private QuietSource? _stopped;

    public RequestContent(RequestBody body, bool onlyOnce)
    {
        _body = body;
        _onlyOnce = onlyOnce;
        if (body.ContentType is { } contentType)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
    }

    /// <summary>Gets how often a proxy asked for a login, or null if this is not counted.</summary>
    public ProxyLogins? Logins { get; private set; }

    public Task? Sending { get; private set; }

    public bool HasStarted => Volatile.Read(ref _sends) > 0;

    /// <summary>Allows to send the body again each time that a proxy asks for a login.</summary>
    /// <returns>The count of the logins, or null if the body may be repeated anyway, or can be read only once.</returns>
    public ProxyLogins? CountLogins() => _onlyOnce && _body.IsRepeatable ? Logins = new ProxyLogins() : null;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        int sends = Interlocked.Increment(ref _sends);
        if (sends == 1)
        {
            _sender = SendRecord.Current;
        }
        else if (_onlyOnce && sends > 1 + (Logins?.Count ?? 0) && !IsUnprocessed())
        {
            throw new RepeatedSendException();
        }

        return Sending = _body is MultipartRequestBody ? WriteUntilStoppedAsync(stream, cancellationToken) : _body.WriteAsync(stream, cancellationToken);
    }

    /// <summary>
    /// Stops sending the parts of a request that has been answered. Over HTTP/2, .NET goes on sending them. Beside the next request, a file
    /// among them would be read twice at the same time.
    /// </summary>
    public void Stop() => _stopped?.CancelQuietly();

    private async Task WriteUntilStoppedAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var stopped = new QuietSource(cancellationToken);
        _stopped = stopped;
        await _body.WriteAsync(stream, stopped.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns whether no server has processed the request when the body is sent again: the same handler sends it, which repeats nothing
    /// else.
    /// </summary>
    private bool IsUnprocessed() => _sender is { RepeatsOnlyUnprocessed: true } && ReferenceEquals(_sender, SendRecord.Current);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length ?? 0;
        return _body.Length is not null;
    }
}
