namespace RealtimeKit.Gen.Testing.Trees;

internal enum TreeKind
{
    Scalar,
    Mapping,
    Sequence,
}
