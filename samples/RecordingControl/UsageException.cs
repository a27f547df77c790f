namespace RecordingControl;

/// <summary>The command line or the environment is not what the program needs.</summary>
internal sealed class UsageException(string message) : Exception(message);
