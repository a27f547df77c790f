namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>A way in which the output for a document is not as expected.</summary>
/// <param name="Kind">The name of the kind of difference.</param>
/// <param name="IsExplained">Whether the kind has a published reason why it is right.</param>
/// <param name="Count">The number of times in this document.</param>
/// <param name="Example">The first one.</param>
internal sealed record Difference(string Kind, bool IsExplained, int Count, string Example);
