namespace RecordingControl;

/// <summary>The exception for an invalid command line or environment variable.</summary>
internal sealed class UsageException(string message) : Exception(message);
