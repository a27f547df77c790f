namespace RealtimeKit.Runtime.Redaction;

/// <summary>Replaces an exception whose text contained a secret or cannot be read.</summary>
internal sealed class RedactedException(string message, Exception? innerException) : Exception(message, innerException);
