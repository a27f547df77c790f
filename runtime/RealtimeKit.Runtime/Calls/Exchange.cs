using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Credentials;

namespace RealtimeKit.Runtime.Calls;

/// <summary>One attempt while it lasts: its deadline, its requests and its response.</summary>
internal sealed class Exchange(AttemptDeadline deadline, IEnumerable<string> secrets) : IDisposable
{
    private readonly List<HttpRequestMessage> _requests = [];
    private readonly List<RequestContent> _contents = [];
    private RequestBody? _body;

    public AttemptDeadline Deadline { get; } = deadline;

    /// <summary>The secrets sent in any of the attempt's requests.</summary>
    public List<string> Secrets { get; } = [.. secrets];

    /// <summary>Credentials that can give another secret after a refusal, with what they gave.</summary>
    public List<(ApiCredential Credential, string Secret)> Refreshable { get; } = [];

    public HttpResponseMessage? Response { get; set; }

    /// <summary>Whether the caller now owns the response and the deadline.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Whether any redirect was followed: then some server has seen the request.</summary>
    public bool HasRedirected { get; set; }

    /// <summary>
    /// Whether any part of a body, an empty one included, was asked for. True proves that a connection was there. False
    /// proves nothing: with <c>Expect: 100-continue</c>, or over HTTP/2, the headers leave before the body is asked for.
    /// </summary>
    public bool HasStartedSending => _contents.Exists(static content => content.HasStarted);

    /// <summary>Whether a body can be sent, possibly once more.</summary>
    public bool CanSendAgain(RequestBody? body) => body is null || body.IsRepeatable || !HasStartedSending;

    /// <summary>Whether no request was given to the client below.</summary>
    public bool HasSentNothing => _requests.Count == 0;

    /// <summary>Notes that the server accepted the credentials.</summary>
    public void AcceptCredentials()
    {
        foreach ((ApiCredential credential, string secret) in Refreshable)
        {
            credential.Accepted(secret);
        }
    }

    /// <summary>Gets other secrets in place of those that the server refused.</summary>
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
            // The response stands: its status is known.
            return CredentialRefresh.None;
        }
    }

    /// <summary>Adds a request that is about to be sent. A handler may replace its content; the original one is kept here.</summary>
    public void Add(HttpRequestMessage request)
    {
        _requests.Add(request);
        if (request.Content is RequestContent content)
        {
            _contents.Add(content);
        }
    }

    /// <summary>Leaves the response to the caller. The request's body may be sent until the caller ends the exchange.</summary>
    public void HandOver(RequestBody? body)
    {
        _body = body;
        IsHandedOver = true;
    }

    /// <summary>Ends an exchange that was handed over.</summary>
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
