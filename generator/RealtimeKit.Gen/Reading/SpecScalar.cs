namespace RealtimeKit.Gen.Reading;

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
    public SpecScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    public override int Weight => 1;
}
