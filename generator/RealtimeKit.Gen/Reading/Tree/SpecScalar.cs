using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

internal enum SpecScalarKind
{
    Null,
    Boolean,
    Integer,
    Number,
    String,
}

/// <summary>A leaf. <see cref="Text"/> is the value as written, unescaped; the kind says what it means (YAML 1.2 core schema, or JSON).</summary>
internal sealed class SpecScalar(SpecSource source, SpecPosition position, SpecScalarKind kind, string text) : SpecNode(source, position)
{
    public const int CharactersOfNode = 256;

    public SpecScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    /// <summary>Whoever shares a text may write it out once more, which is work in proportion to its length.</summary>
    public override int Weight => 1 + (Text.Length / CharactersOfNode);
}
