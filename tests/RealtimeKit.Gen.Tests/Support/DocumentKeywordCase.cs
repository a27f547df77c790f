namespace RealtimeKit.Gen.Tests.Support;

/// <summary>A field of a document, and whether its text is emitted.</summary>
/// <param name="Keyword">The field, after the object that has it.</param>
/// <param name="Text">A text that only this field produces.</param>
/// <param name="IsSeen">Whether the emitted code has that.</param>
internal sealed record DocumentKeywordCase(string Keyword, string Text, bool IsSeen);
