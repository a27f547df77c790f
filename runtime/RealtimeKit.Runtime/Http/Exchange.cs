namespace RealtimeKit.Runtime.Http;

/// <summary>One attempt while it lasts: its deadline, its requests and its answer.</summary>
internal sealed class Exchange(AttemptDeadline deadline, IEnumerable<string> secrets) : IDisposable
{
    private readonly List<HttpRequestMessage> _requests = [];

    public AttemptDeadline Deadline { get; } = deadline;

    /// <summary>The secrets sent in any of the attempt's requests.</summary>
    public List<string> Secrets { get; } = [.. secrets];

    /// <summary>Credentials that can give another secret after a refusal, with what they gave.</summary>
    public List<(ApiCredential Credential, string Secret)> Refreshable { get; } = [];

    public HttpResponseMessage? Response { get; set; }

    /// <summary>Set where the caller now owns response and deadline.</summary>
    public bool IsHandedOver { get; set; }

    /// <summary>Whether any redirect was followed: then some server has seen the request.</summary>
    public bool HasRedirected { get; set; }

    /// <summary>Whether a body, possibly empty, was begun to be sent.</summary>
    public bool HasStartedSending => _requests.Exists(static request => request.Content is RequestContent { HasStarted: true });

    /// <summary>
    /// Whether nothing of the request can have left: in HTTP/1.1 the body is asked for before the last bytes of the
    /// headers are flushed, so a request whose body was never asked for is incomplete at best.
    /// </summary>
    public bool IsCertainlyUnsent
        => !HasRedirected && _requests is [.., { Content: RequestContent { HasStarted: false }, Version.Major: 1 }] or [];

    public void Add(HttpRequestMessage request) => _requests.Add(request);

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
