using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>
/// A location in a spec, overlay or project file, as a value that the pipeline can cache
/// (unlike <see cref="Location"/>). Offsets, lines and columns count from zero, in UTF-16 units.
/// </summary>
internal sealed record SpecLocation(string Path, int Offset, int Length, int Line, int Column)
{
    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Offset, Length),
        new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(Line, Column + Length)));
}
