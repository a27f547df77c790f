namespace RealtimeKit.Runtime.Http;

/// <summary>Something between the transport and the wire tries to send a request again that may be sent only once.</summary>
internal sealed class RepeatedSendException() : Exception("A handler below the client repeats requests by itself; this request may be sent only once.");
