namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>A small recipe for a large document: too deep, too wide, too long, shared too often, or without an end.</summary>
internal sealed record Bomb(string Name, Func<string> Text)
{
    public static IReadOnlyList<Bomb> All { get; } = [.. DepthBombs.All, .. CircleBombs.All, .. WidthBombs.All, .. LengthBombs.All, .. SharingBombs.All];
}
