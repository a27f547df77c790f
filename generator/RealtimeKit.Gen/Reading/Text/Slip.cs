namespace RealtimeKit.Gen.Reading.Text;

/// <summary>What an author probably did wrong, and where.</summary>
internal sealed record Slip(int Offset, int Length, string Message);
