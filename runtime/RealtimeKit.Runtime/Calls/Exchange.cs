using System.Net.Http.Headers;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Calls;

/// <summary>One attempt in progress: its deadline, its requests and its response.</summary>
/// <param name="plan">The call.</param>
/// <param name="deadline">The deadline of the attempt.</param>
/// <param name="earlierSecrets">The secrets of earlier attempts.</param>
/// <param name="wasSentBefore">True if a server may have received an earlier attempt.</param>
/// <param name="attempt">The number of the attempt, at least 1.</param>
internal sealed class Exchange(CallPlan plan, AttemptDeadline deadline, IReadOnlyList<string> earlierSecrets, bool wasSentBefore, int attempt)
    : IDisposable
{
    private HttpRequestMessage? _request;
    private Uri? _address;
    private RequestContent? _content;
    private SendRecord? _record;
    private RequestBody? _body;
    private Authorization _authorization = Authorization.None;
    private Authorization _ofLastRequest = Authorization.None;
    private List<string>? _headerSecrets;

    // The requests before a redirect.
    private List<HttpRequestMessage>? _redirected;
    private bool _hasStartedBefore;
    private bool _hasReadBefore;
    private ReadGate _reads;

    public CallPlan Plan { get; } = plan;

    public AttemptDeadline Deadline { get; } = deadline;

    /// <summary>Gets the number of the attempt, at least 1.</summary>
    public int Attempt { get; } = attempt;

    /// <summary>Gets the secrets that the responses of the attempt may repeat: those of its requests and of earlier attempts.</summary>
    public IReadOnlyList<string> Secrets
        => [.. Plan.Request.Secrets.Concat(earlierSecrets).Concat(_authorization.Secrets).Concat(_headerSecrets ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets whether a server may have received an earlier attempt of the call.</summary>
    public bool WasSentBefore { get; } = wasSentBefore;

    public HttpResponseMessage? Response { get; set; }

    /// <summary>Gets or sets the stream from which the response is read. It is freed with the response.</summary>
    public Stream? Opened { get; set; }

    /// <summary>Gets whether the caller now owns the response and the deadline.</summary>
    public bool IsHandedOver { get; private set; }

    /// <summary>Gets or sets whether a redirect was followed, so that a server has received the request.</summary>
    public bool HasRedirected { get; set; }

    /// <summary>
    /// Gets whether the response is that of a GET into which a redirect has turned the request. The server has then processed the request, so
    /// the status says nothing about it. The redirect may have been followed by a handler.
    /// </summary>
    public bool HasTurnedToGet => Plan.Operation.Method != HttpMethod.Get
        && (_request?.Method == HttpMethod.Get || Response?.RequestMessage?.Method == HttpMethod.Get);

    /// <summary>
    /// Gets whether sending any body, even an empty one, has started. If so, there was a connection. If not, the headers may
    /// still have been sent: with <c>Expect: 100-continue</c>, or over HTTP/2, they are sent before the body.
    /// </summary>
    public bool HasStartedSending => _hasStartedBefore || Sent is { HasStarted: true };

    /// <summary>Gets whether no request was passed to the HTTP client.</summary>
    public bool HasSentNothing => _request is null;

    /// <summary>Returns whether an exception proves that no server has received the request.</summary>
    public bool ProvesUnsent(Exception exception)
        => _request is null
            || (!HasRedirected && !HasStartedSending && ConnectingFailure.Is(exception) && (_record!.ProvesUnsent || IsReportedUnsent(_request)));

    /// <summary>Gets whether the body of the call can be sent, or sent again.</summary>
    public bool CanSendAgain => Plan.Body is null || Plan.Body.IsRepeatable || !HasReadBody;

    /// <summary>Records that the server accepted the credentials.</summary>
    public void AcceptCredentials()
    {
        foreach ((ApiCredential credential, string secret) in _authorization.Refreshable)
        {
            credential.Accepted(secret);
        }
    }

    /// <summary>
    /// Obtains other secrets in place of those that the server rejected. After a redirect to another origin there are none, since that
    /// server did not receive any, nor after one that a handler followed.
    /// </summary>
    public async ValueTask<CredentialRefresh> RefreshCredentialsAsync()
    {
        var all = CredentialRefresh.None;
        foreach ((ApiCredential credential, string secret) in _ofLastRequest.Refreshable)
        {
            CredentialRefresh one = HasLeftOut(secret) ? CredentialRefresh.None : await RefreshAsync(credential, secret).ConfigureAwait(false);
            all = one > all ? one : all;
        }

        return all;
    }

    /// <summary>Adds the credentials of a request that is about to be sent, and the secrets in its other headers.</summary>
    public void Add(Authorization authorization, List<string>? headerSecrets)
    {
        _ofLastRequest = authorization;
        _authorization = _authorization.And(authorization);
        _headerSecrets = _headerSecrets is null || headerSecrets is null ? _headerSecrets ?? headerSecrets : [.. _headerSecrets, .. headerSecrets];
    }

    /// <summary>
    /// Adds a request that is about to be sent. The original content is kept here, since a handler may replace that of the request.
    /// </summary>
    public void Add(HttpRequestMessage request, SendRecord record)
    {
        if (_request is not null)
        {
            (_redirected ??= []).Add(_request);
            _hasStartedBefore = HasStartedSending;
            _hasReadBefore = HasReadBody;
            _content?.Stop();
        }

        _request = request;
        _address = request.RequestUri;
        _record = record;
        _content = request.Content as RequestContent;
    }

    /// <summary>
    /// Waits until the body of the last request is sent. Over HTTP/2 a server can respond before it has received the whole
    /// body, and the end of its response then stops the sending. A body in memory need not be complete: the server has then said that it
    /// needs no more of it (RFC 9113, 8.1).
    /// </summary>
    /// <exception cref="RequestBodyException">The body was not sent completely.</exception>
    public ValueTask EnsureSentAsync(CancellationToken cancellationToken)
        => Sent?.Sending is { IsCompletedSuccessfully: false } sending ? EnsureSentAsync(sending, cancellationToken)
            : IsUnasked ? throw Incomplete()
            : ValueTask.CompletedTask;

    /// <summary>Gets whether the server answered before it asked for the body, with <c>Expect: 100-continue</c>.</summary>
    public bool IsUnasked => Sent is { HasStarted: false } && Plan.Body is { Length: not 0 } && _request!.Headers.ExpectContinue is true;

    /// <summary>Passes the response to the caller. The body may still be sent until the caller ends the exchange.</summary>
    public void HandOver()
    {
        _body = Plan.Body;
        IsHandedOver = true;
    }

    /// <summary>Stops sending the body of an exchange whose response was passed to the caller.</summary>
    public void StopSending() => _body?.Dispose();

    /// <summary>Ends an exchange whose response was passed to the caller.</summary>
    public void End()
    {
        IsHandedOver = false;
        StopSending();
        Dispose();
    }

    /// <summary>
    /// Frees the response after a read that is no longer waited for. Freed beside the read, its connection would be used for the next
    /// request, and the read would take the response to that. The connection is closed if it is known, which ends the read. Over HTTP/2, a
    /// read takes nothing of other responses, and freeing the response ends it.
    /// </summary>
    public void FreeAfter(Task reading)
    {
        if (Response is not { Version.Major: < 2 })
        {
            ForeignCode.Ignore(reading);
        }
        else if (_reads.TryEnter())
        {
            _record?.CloseConnection();
            reading.ContinueWith(
                static (ended, state) =>
                {
                    // Reading the exception marks it as observed.
                    _ = ended.Exception;
                    ((Exchange)state!).LeaveReads();
                },
                this,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    public void Dispose()
    {
        if (IsHandedOver)
        {
            return;
        }

        _content?.Stop();
        if (_reads.TryClose())
        {
            LeaveReads();
        }

        ForeignCode.Dispose(_request);
        _redirected?.ForEach(ForeignCode.Dispose);
        Deadline.Dispose();
    }

    private void LeaveReads()
    {
        if (_reads.Leave())
        {
            ForeignCode.Dispose(Opened);
            ForeignCode.Dispose(Response);
        }
    }

    /// <summary>Gets the content of the last request, or what is sent in its place if a handler has read or replaced it.</summary>
    private ISentContent? Sent => _record?.Content ?? _content;

    /// <summary>Gets whether a handler or a connection has begun to read the body of the call.</summary>
    private bool HasReadBody => _hasReadBefore || _content is { HasBeenRead: true };

    private static bool IsReportedUnsent(HttpRequestMessage request) => request.Options.TryGetValue(SendRecord.NotSent, out bool isReported) && isReported;

    /// <summary>
    /// Returns whether the handler of an HttpClient of the caller has followed a redirect without a secret. .NET leaves out the authorization then.
    /// </summary>
    private bool HasLeftOut(string secret)
        => Response?.RequestMessage is { } sent
            && sent.RequestUri != _address
            && !(sent.Headers.NonValidated.TryGetValues("Authorization", out HeaderStringValues values)
                && values.ToString().Contains(secret, StringComparison.Ordinal));

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

    private async ValueTask EnsureSentAsync(Task sending, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (!sending.IsCompletedSuccessfully && Plan.Body is not { IsInMemory: true })
        {
            Exception? failure = sending.Exception?.InnerException;
            throw failure as RequestBodyException ?? failure?.InnerException as RequestBodyException ?? Incomplete();
        }
    }

    private static RequestBodyException Incomplete() => new("The server responded before it had received the whole body of the request.");
}
