using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// Where a node stands in its text. All four count from zero, in UTF-16 units. The length is what an editor
/// underlines: a scalar or key as written, quotes included, but never past its first line; of a collection its
/// opening bracket, or nothing where it has none.
/// </summary>
internal readonly record struct SpecPosition(int Offset, int Length, int Line, int Column)
{
    public SpecLocation In(SpecSource source) => new(source.Path, Offset, Length, Line, Column);
}
