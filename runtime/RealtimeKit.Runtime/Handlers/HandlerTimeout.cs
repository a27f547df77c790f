using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Handlers;

/// <summary>Recognizes the time limits of handlers, and reports them as the timeout of an <see cref="HttpClient"/> is reported.</summary>
internal static class HandlerTimeout
{
    /// <summary>Returns whether a handler with a time limit threw the exception. The handlers of .NET for resilience throw that of Polly.</summary>
    public static bool Is(Exception exception)
        => exception is TimeoutException or OperationCanceledException { InnerException: TimeoutException }
            || exception.GetType().FullName == "Polly.Timeout.TimeoutRejectedException";

    /// <summary>Returns the exception that a timeout of an HttpClient would throw.</summary>
    public static OperationCanceledException Of(Exception exception)
        => exception is OperationCanceledException { InnerException: TimeoutException } same
            ? same
            : new TaskCanceledException(
                "A timeout of a handler of the HttpClient passed.", new TimeoutException(ExceptionText.MessageOf(exception), exception));
}
