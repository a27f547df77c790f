namespace RealtimeKit.Gen.Tests.Walls.Il;

/// <summary>A method as text, which can be compared between the calling and the declaring assembly.</summary>
/// <param name="Type">The type without its arguments.</param>
/// <param name="Signature">Parameters and result as the declaration has them.</param>
internal sealed record MethodText(string Type, string Name, string Signature)
{
    public string Assembly => Type[..Math.Max(0, Type.IndexOf("::", StringComparison.Ordinal))];

    public override string ToString() => $"{Type}.{Name}";
}
