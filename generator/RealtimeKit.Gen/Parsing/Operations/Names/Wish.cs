namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>A name that a method can have.</summary>
/// <param name="IsWeak">Whether the name gives way to another operation that is called so.</param>
internal sealed record Wish(string Name, bool IsWeak = false);
