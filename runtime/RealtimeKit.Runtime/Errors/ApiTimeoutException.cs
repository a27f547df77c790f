namespace RealtimeKit.Runtime;

/// <summary>The exception for a deadline that passed before the response was complete.</summary>
public sealed class ApiTimeoutException : ApiException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiTimeoutException(ApiTimeoutKind kind, TimeSpan timeout, bool requestMayHaveBeenSent, string? message = null, Exception? innerException = null)
        : base(message ?? $"No complete response was received within {timeout}.", innerException)
    {
        Kind = kind;
        Timeout = timeout;
        RequestMayHaveBeenSent = requestMayHaveBeenSent;
    }

    /// <summary>Gets which deadline passed.</summary>
    public ApiTimeoutKind Kind { get; }

    /// <summary>Gets the length of the deadline. If a timeout of the <see cref="HttpClient"/> or a handler passed, gets the time until then.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Gets whether the server may have received the request in any attempt. False only if it cannot have received it.</summary>
    public bool RequestMayHaveBeenSent { get; }
}
