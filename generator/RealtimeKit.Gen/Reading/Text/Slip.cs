namespace RealtimeKit.Gen.Reading.Text;

/// <summary>A probable mistake of the author, and its place.</summary>
internal sealed record Slip(int Offset, int Length, string Message);
