namespace RealtimeKit.Runtime;

/// <summary>
/// The base class of the exceptions of a failed call. A call that the caller cancels throws an <see
/// cref="OperationCanceledException"/> with the caller's token instead.
/// </summary>
public abstract class ApiException : Exception
{
    private protected ApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the operation's id in the API description, or null if the failure does not belong to a call.</summary>
    public string? OperationId { get; internal set; }

    /// <summary>Gets the number of requests that were sent or tried; 0 if there was none.</summary>
    public int Attempts { get; internal set; }

    /// <summary>Gets the server's id of the request (<c>cf-ray</c>, <c>x-request-id</c>, …), which helps in a support case, or null.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>Gets whether repeating the call is safe and may succeed.</summary>
    public bool IsRetryable { get; internal set; }
}
