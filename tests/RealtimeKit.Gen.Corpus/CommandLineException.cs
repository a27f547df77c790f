namespace RealtimeKit.Gen.Corpus;

/// <summary>The exception for an invalid command line. The message describes the error.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
