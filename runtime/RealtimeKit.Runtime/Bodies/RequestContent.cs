using System.Net;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Cancellation;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// The body of one attempt. It records whether sending has started, which decides whether the server may have received the
/// request. A body that must not be repeated is sent only once, even if a handler repeats the request. A handler may read it, for example to
/// sign or to log it, before or after a <see cref="SingleSendHandler"/> sends it. So may a listener for the events of .NET.
/// </summary>
internal sealed class RequestContent : HttpContent, ISentContent
{
    private readonly RequestBody _body;
    private readonly bool _onlyOnce;
    private readonly SendRecord _record;
    private int _sends;

    /// <summary>
    /// How often a handler has read the body into memory before it was sent. That may be to send it from there, or, without a
    /// <see cref="SingleSendHandler"/>, to send a copy.
    /// </summary>
    private int _copies;

    /// <summary>How often headers were written after which the server is asked whether it wants the body.</summary>
    private int _questions;
    private volatile bool _wasLogged;
    private SendRecord? _sender;
    private QuietSource? _stopped;

    public RequestContent(RequestBody body, bool onlyOnce, SendRecord record)
    {
        _body = body;
        _onlyOnce = onlyOnce;
        _record = record;
        if (body.ContentType is { } contentType)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }
    }

    /// <summary>Gets how often a proxy asked for a login, or null if this is not counted.</summary>
    public ProxyLogins? Logins { get; private set; }

    public Task? Sending { get; private set; }

    public bool HasStarted => Sending is not null || (_body.IsInMemory && (HasBeenSent || Volatile.Read(ref _copies) > 0));

    private bool HasBeenSent => Volatile.Read(ref _sends) > 0;

    /// <summary>Gets whether a handler or a connection has begun to read the body.</summary>
    public bool HasBeenRead => HasStarted || _wasLogged;

    /// <summary>Returns the request by which copies of it are recognized.</summary>
    public CalledRequest Called(HttpRequestMessage request) => new(request, _body, _record);

    /// <summary>Allows to send the body again each time that a proxy asks for a login.</summary>
    /// <returns>The count of the logins, or null if the body may be repeated anyway, or can be read only once.</returns>
    public ProxyLogins? CountLogins() => _onlyOnce && _body.IsRepeatable ? Logins = new ProxyLogins() : null;

    /// <summary>
    /// Refuses to send a request again before its headers. Once the body was written, its headers were sent. With <c>Expect: 100-continue</c>, they
    /// are sent long before. If only the headers were written, .NET may have found that the connection is closed, and try another.
    /// </summary>
    public void WritingHeader(string name)
    {
        if (!_onlyOnce)
        {
            return;
        }

        int sends = Volatile.Read(ref _sends);
        if (name.Equals("Expect", StringComparison.OrdinalIgnoreCase))
        {
            sends = Math.Max(sends, Interlocked.Increment(ref _questions) - 1);
            _sender ??= SendRecord.Current;
        }

        if (sends > (Logins?.Count ?? 0) && !IsUnprocessed())
        {
            throw new RepeatedSendException();
        }
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => Blocking.Wait(() => SerializeToStreamAsync(stream, context, cancellationToken));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        bool isSending = _record.IsSending;
        if (!isSending && !ConnectionStream.Is(stream))
        {
            if (_record.HasBegun || _record.IsAnnounced || (_record.HasOwnConnections && HasBeenSent))
            {
                return LogAsync(stream, cancellationToken);
            }

            if (ConnectionStream.IsBuffer(stream) && _body.IsRepeatable && Interlocked.Increment(ref _copies) == 1 && !HasBeenSent)
            {
                return SendAsync(stream, cancellationToken);
            }
        }

        int sends = Interlocked.Increment(ref _sends) + (isSending ? 0 : Volatile.Read(ref _copies));
        if (sends == 1)
        {
            _sender = SendRecord.Current;
        }
        else if (_onlyOnce && sends > 1 + (Logins?.Count ?? 0) && !IsUnprocessed())
        {
            throw new RepeatedSendException();
        }

        return SendAsync(stream, cancellationToken);
    }

    /// <summary>
    /// Stops sending the parts of a request that has been answered. Over HTTP/2, .NET goes on sending them. Beside the next request, a file
    /// among them would be read twice at the same time.
    /// </summary>
    public void Stop() => _stopped?.CancelQuietly();

    /// <summary>Writes the body for a handler that does not send it. An upload that is still running is not stopped if it must be complete.</summary>
    private async Task LogAsync(Stream buffer, CancellationToken cancellationToken)
    {
        if (!_body.IsRepeatable && HasBeenRead)
        {
            throw new InvalidOperationException("The stream of the request body was read before, and is not seekable.");
        }

        _wasLogged = true;
        if (!_body.IsInMemory && Sending is { IsCompleted: false } sending)
        {
            if (!_record.HasFailed)
            {
                await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            Stop();
        }

        await _body.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    private Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_body.IsInMemory)
        {
            // Its end does not matter.
            return Sending = WriteAsync(stream, cancellationToken);
        }

        var sending = new KnownSending();
        Sending = sending.Task;
        return sending.RunAsync(() => WriteAsync(stream, cancellationToken));
    }

    private Task WriteAsync(Stream stream, CancellationToken cancellationToken)
        => _body is MultipartRequestBody ? WriteUntilStoppedAsync(stream, cancellationToken) : _body.WriteAsync(stream, cancellationToken);

    private async Task WriteUntilStoppedAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var stopped = new QuietSource(cancellationToken);
        _stopped = stopped;
        await _body.WriteAsync(stream, stopped.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Returns whether no server has processed the request when the body is sent again: the same handler sends it, which repeats nothing
    /// else. Over connections of the transport, this is certain. Whatever else reads the body then sends nothing, such as a listener.
    /// </summary>
    private bool IsUnprocessed()
        => _record.HasOwnConnections || (_sender is { RepeatsOnlyUnprocessed: true } && ReferenceEquals(_sender, SendRecord.Current));

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length ?? 0;
        return _body.Length is not null;
    }
}
