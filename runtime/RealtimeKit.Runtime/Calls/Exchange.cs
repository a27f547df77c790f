using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Calls;

/// <summary>One attempt in progress: its deadline, its requests and its response.</summary>
internal sealed class Exchange(AttemptDeadline deadline, IEnumerable<string> secrets) : IDisposable
{
    private readonly List<HttpRequestMessage> _requests = [];
    private readonly List<RequestContent> _contents = [];
    private RequestContent? _content;
    private RequestBody? _body;

    public AttemptDeadline Deadline { get; } = deadline;

    /// <summary>Gets the secrets that were sent in the requests of the attempt.</summary>
    public List<string> Secrets { get; } = [.. secrets];

    /// <summary>Gets the credentials that can obtain another secret after the server rejects one, each with the secret it added.</summary>
    public List<(ApiCredential Credential, string Secret)> Refreshable { get; } = [];

    public HttpResponseMessage? Response { get; set; }

    /// <summary>Gets whether the caller now owns the response and the deadline.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Gets or sets whether a redirect was followed, so that a server has received the request.</summary>
    public bool HasRedirected { get; set; }

    /// <summary>
    /// Gets whether sending any body, even an empty one, has started. If so, there was a connection. If not, the headers may
    /// still have been sent: with <c>Expect: 100-continue</c>, or over HTTP/2, they are sent before the body.
    /// </summary>
    public bool HasStartedSending => _contents.Exists(static content => content.HasStarted);

    /// <summary>Returns whether a body can be sent, or sent again.</summary>
    public bool CanSendAgain(RequestBody? body) => body is null || body.IsRepeatable || !HasStartedSending;

    /// <summary>Gets whether no request was passed to the HTTP client.</summary>
    public bool HasSentNothing => _requests.Count == 0;

    /// <summary>Records that the server accepted the credentials.</summary>
    public void AcceptCredentials()
    {
        foreach ((ApiCredential credential, string secret) in Refreshable)
        {
            credential.Accepted(secret);
        }
    }

    /// <summary>Obtains other secrets in place of those that the server rejected.</summary>
    public async ValueTask<CredentialRefresh> RefreshCredentialsAsync()
    {
        var all = CredentialRefresh.None;
        foreach ((ApiCredential credential, string secret) in Refreshable)
        {
            CredentialRefresh one = await RefreshAsync(credential, secret).ConfigureAwait(false);
            all = one > all ? one : all;
        }

        return all;
    }

    private async ValueTask<CredentialRefresh> RefreshAsync(ApiCredential credential, string secret)
    {
        try
        {
            return await credential.RefreshAsync(secret, Deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Deadline.HasPassed)
        {
            // The result is the response, whose status is known.
            return CredentialRefresh.None;
        }
    }

    /// <summary>
    /// Adds a request that is about to be sent. The original content is kept here, since a handler may replace that of the request.
    /// </summary>
    public void Add(HttpRequestMessage request)
    {
        _requests.Add(request);
        _content = request.Content as RequestContent;
        if (_content is not null)
        {
            _contents.Add(_content);
        }
    }

    /// <summary>
    /// Waits until the body of the last request is sent. Over HTTP/2 a server can respond before it has received the whole
    /// body, and the end of its response then stops the sending.
    /// </summary>
    /// <exception cref="RequestBodyException">The body was not sent completely.</exception>
    public async ValueTask EnsureSentAsync(CancellationToken cancellationToken)
    {
        if (_content?.Sending is not { IsCompletedSuccessfully: false } sending)
        {
            return;
        }

        await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (!sending.IsCompletedSuccessfully)
        {
            throw sending.Exception?.InnerException as RequestBodyException
                ?? new RequestBodyException("The server responded before it had received the whole body of the request.");
        }
    }

    /// <summary>Passes the response to the caller. The body may still be sent until the caller ends the exchange.</summary>
    public void HandOver(RequestBody? body)
    {
        _body = body;
        IsHandedOver = true;
    }

    /// <summary>Ends an exchange whose response was passed to the caller.</summary>
    public void End()
    {
        IsHandedOver = false;
        _body?.Dispose();
        Dispose();
    }

    public void Dispose()
    {
        if (IsHandedOver)
        {
            return;
        }

        Response?.Dispose();
        foreach (HttpRequestMessage request in _requests)
        {
            request.Dispose();
        }

        Deadline.Dispose();
    }
}
