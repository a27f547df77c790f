using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Steps;

/// <summary>The place of a client's item, and the name of its document.</summary>
internal sealed record ClientPlace(string FileName, SpecLocation Location);
