namespace RealtimeKit.Gen.Reading;

/// <summary>A link: an operation that may be called with what a response of this one holds.</summary>
/// <param name="Target">The operationId or, where the document has none, the reference to the operation.</param>
/// <param name="Arguments">Parameters and where their values come from, as text.</param>
internal sealed record FollowUp(string Name, string Target, string Arguments, string? Description);
