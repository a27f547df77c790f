namespace RealtimeKit.Runtime.Sending;

/// <summary>
/// Sends requests over connections of the transport, or through an <see cref="HttpClient"/> of the caller. Over its own connections, the
/// transport needs nothing that an HttpClient adds: it has its own deadlines, and no default headers.
/// </summary>
internal sealed class HttpSender : IDisposable
{
    private readonly HttpMessageInvoker? _own;

    /// <summary>Initializes a new instance with connections of the transport.</summary>
    public HttpSender(HttpMessageHandler handler) => _own = new HttpMessageInvoker(handler, disposeHandler: true);

    /// <summary>Initializes a new instance with a client that the caller owns.</summary>
    public HttpSender(HttpClient client) => Client = client;

    /// <summary>Gets the client that the caller owns, or null.</summary>
    public HttpClient? Client { get; }

    /// <summary>Sends a request, and returns the response when its headers are received.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        => _own is null
            ? Client!.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _own.SendAsync(message, cancellationToken);

    /// <summary>Closes the connections of the transport. A client of the caller is not disposed.</summary>
    public void Dispose() => _own?.Dispose();
}
