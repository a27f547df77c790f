namespace RealtimeKit.Runtime.Bodies;

/// <summary>The exception for a stream of the caller that does not have the declared length. Sending it again would fail in the same way.</summary>
internal sealed class RequestBodyException(string message) : IOException(message);
