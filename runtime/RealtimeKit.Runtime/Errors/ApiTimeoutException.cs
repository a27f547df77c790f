namespace RealtimeKit.Runtime;

/// <summary>A deadline passed before the answer was complete.</summary>
public sealed class ApiTimeoutException : ApiException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiTimeoutException(ApiTimeoutKind kind, TimeSpan timeout, bool requestMayHaveBeenSent, string? message = null, Exception? innerException = null)
        : base(message ?? $"No complete answer within {timeout}.", innerException)
    {
        Kind = kind;
        Timeout = timeout;
        RequestMayHaveBeenSent = requestMayHaveBeenSent;
    }

    /// <summary>Which deadline passed.</summary>
    public ApiTimeoutKind Kind { get; }

    /// <summary>How long it was.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>False only where it is certain that the server saw nothing of the request.</summary>
    public bool RequestMayHaveBeenSent { get; }
}
