using RealtimeKit.Runtime.Receiving;

namespace RealtimeKit.Runtime;

/// <summary>
/// A call that did not end well. Its subclasses say how; a call cancelled by its caller is none of them but an
/// <see cref="OperationCanceledException"/> with the caller's token.
/// </summary>
public abstract class ApiException : Exception
{
    private protected ApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The operation's id in the document, where the failure belongs to a call.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>How many requests were sent or tried, 1 or more; 0 where none was.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The server's id of the request (<c>cf-ray</c>, <c>x-request-id</c>, …) to name in a support case, or null.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Whether making the same call again is safe and may succeed.</summary>
    public bool IsRetryable { get; internal set; }
}
