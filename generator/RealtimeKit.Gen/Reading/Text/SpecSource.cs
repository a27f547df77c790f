namespace RealtimeKit.Gen.Reading.Text;

/// <summary>One text of the project: a spec, an overlay, or a document that others refer to.</summary>
/// <param name="Path">As the compiler was given it; used in diagnostics and to resolve relative references, never opened.</param>
/// <param name="Text">The whole text.</param>
internal sealed record SpecSource(string Path, string Text);
