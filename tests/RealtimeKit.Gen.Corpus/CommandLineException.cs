namespace RealtimeKit.Gen.Corpus;

/// <summary>The user asked for something that cannot be; the message says what.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
