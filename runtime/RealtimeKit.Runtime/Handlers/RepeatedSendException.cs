namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// The exception for a handler that repeats a request that may be sent only once. Handlers do not recognize this exception, so
/// none repeats the request again.
/// </summary>
internal sealed class RepeatedSendException(SendOutcome? first = null)
    : Exception("A handler of the HttpClient repeated a request that may be sent only once.")
{
    /// <summary>Gets how the first request ended, or null if that is not known.</summary>
    public SendOutcome? First { get; } = first;
}
