namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Something between the transport and the wire tries to send a request again that may be sent only once. No handler
/// knows this exception, so none tries a third time.
/// </summary>
internal sealed class RepeatedSendException(SendOutcome? first = null)
    : Exception("A handler below the client repeats requests by itself; this request may be sent only once.")
{
    /// <summary>How the request ended that was sent, where that is known.</summary>
    public SendOutcome? First { get; } = first;
}
