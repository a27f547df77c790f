namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>A recipe for a document that is too deep, too wide, too long, shared too often, or endless.</summary>
internal sealed record Bomb(string Name, Func<string> Text)
{
    public static IReadOnlyList<Bomb> All { get; } = [.. DepthBombs.All, .. CircleBombs.All, .. WidthBombs.All, .. LengthBombs.All, .. SharingBombs.All];
}
