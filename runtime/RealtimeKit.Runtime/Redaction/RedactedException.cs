namespace RealtimeKit.Runtime.Redaction;

/// <summary>Replaces an exception whose text contained a secret.</summary>
internal sealed class RedactedException(string message, Exception? innerException) : Exception(message, innerException);
