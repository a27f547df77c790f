namespace RealtimeKit.Gen.Reading.Text;

/// <summary>One text of the project: a spec, an overlay, or a document that others refer to.</summary>
/// <param name="Path">
/// The path as the compiler passes it. It is used in diagnostics and to resolve relative references, and never opened.
/// </param>
/// <param name="Text">The whole text.</param>
internal sealed record SpecSource(string Path, string Text);
