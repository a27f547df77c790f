using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// The position of a node in its text. All numbers count from zero, in UTF-16 units. The length is the part that an editor
/// underlines: a scalar or key as written, including quotes, but only its first line. For a collection it is the opening bracket,
/// or nothing.
/// </summary>
internal readonly record struct SpecPosition(int Offset, int Length, int Line, int Column)
{
    public SpecLocation In(SpecSource source) => new(source.Path, Offset, Length, Line, Column);
}
