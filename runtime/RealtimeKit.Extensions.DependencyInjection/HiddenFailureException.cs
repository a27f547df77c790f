namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Passes a failed request through a handler that would repeat it. Contains a response with an error status, or an exception.</summary>
internal sealed class HiddenFailureException : Exception
{
    public HiddenFailureException(HttpResponseMessage response)
        : base($"The server returned {(int)response.StatusCode}. The client decides whether to retry the request.")
        => Response = response;

    public HiddenFailureException(Exception failure)
        : base("The request failed. The client decides whether to retry it.", failure)
    {
    }

    public HttpResponseMessage? Response { get; }
}
