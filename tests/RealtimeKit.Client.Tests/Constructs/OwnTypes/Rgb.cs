namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>A class that does not convert itself.</summary>
public sealed record Rgb(int Value);
