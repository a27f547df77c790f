namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>A way in which a document does not come out as expected.</summary>
/// <param name="Kind">What it is called in the list of kinds.</param>
/// <param name="IsExplained">Whether that list gives the reason why it is right.</param>
/// <param name="Count">How often in this document.</param>
/// <param name="Example">The first one.</param>
internal sealed record Finding(string Kind, bool IsExplained, int Count, string Example);
