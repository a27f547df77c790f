namespace RealtimeKit.Runtime.Bodies;

/// <summary>The caller's stream does not hold what it declared. Sending it again would give the same.</summary>
internal sealed class RequestBodyException(string message) : IOException(message);
