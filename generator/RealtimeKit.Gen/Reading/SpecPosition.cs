namespace RealtimeKit.Gen.Reading;

/// <summary>Where a node stands in its text. All four count from zero, in UTF-16 units.</summary>
internal readonly record struct SpecPosition(int Offset, int Length, int Line, int Column);
