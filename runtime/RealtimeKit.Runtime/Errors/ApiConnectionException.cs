namespace RealtimeKit.Runtime;

/// <summary>The server could not be reached, or the connection broke before the answer was complete.</summary>
public sealed class ApiConnectionException : ApiException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiConnectionException(string message, bool requestMayHaveBeenSent, Exception? innerException = null)
        : base(message, innerException)
        => RequestMayHaveBeenSent = requestMayHaveBeenSent;

    /// <summary>False only where it is certain that the server saw nothing of the request: it failed at name resolution, connecting or TLS.</summary>
    public bool RequestMayHaveBeenSent { get; }
}
