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

/// <summary>A scalar. <see cref="Text"/> is the unescaped value; the kind is its type in the core schema of YAML 1.2, or in JSON.</summary>
internal sealed class SpecScalar(SpecSource source, SpecPosition position, SpecScalarKind kind, string text) : SpecNode(source, position)
{
    public const int CharactersOfNode = 256;

    public SpecScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    /// <summary>Emitting a shared text again takes time in proportion to its length.</summary>
    public override int Weight => 1 + (Text.Length / CharactersOfNode);
}
