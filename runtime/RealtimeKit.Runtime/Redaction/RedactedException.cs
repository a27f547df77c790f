namespace RealtimeKit.Runtime.Redaction;

/// <summary>Stands in for an exception whose text held a secret.</summary>
internal sealed class RedactedException(string message, Exception? innerException) : Exception(message, innerException);
