namespace RealtimeKit.Runtime;

/// <summary>The exception for a server that could not be reached, or a connection that broke before the response was complete.</summary>
public sealed class ApiConnectionException : ApiException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiConnectionException(string message, bool requestMayHaveBeenSent, Exception? innerException = null)
        : base(message, innerException)
        => RequestMayHaveBeenSent = requestMayHaveBeenSent;

    /// <summary>
    /// Gets whether the server may have received the request in any attempt. False only if it cannot have received it, because name
    /// resolution, connecting or TLS failed.
    /// </summary>
    public bool RequestMayHaveBeenSent { get; }
}
