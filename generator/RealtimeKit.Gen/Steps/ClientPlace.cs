using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Steps;

/// <summary>Where the item of a client stands, and what its document is called.</summary>
internal sealed record ClientPlace(string FileName, SpecLocation Location);
