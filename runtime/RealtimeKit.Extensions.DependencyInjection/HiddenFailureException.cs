namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Carries a failed send past a handler that would repeat it: a response that is no success, or an exception.</summary>
internal sealed class HiddenFailureException : Exception
{
    public HiddenFailureException(HttpResponseMessage response)
        : base($"The server answered {(int)response.StatusCode}; the client decides whether the request is repeated.")
        => Response = response;

    public HiddenFailureException(Exception failure)
        : base("The request failed; the client decides whether it is repeated.", failure)
    {
    }

    public HttpResponseMessage? Response { get; }
}
