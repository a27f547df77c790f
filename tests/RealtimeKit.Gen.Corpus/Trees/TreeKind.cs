namespace RealtimeKit.Gen.Corpus.Trees;

internal enum TreeKind
{
    Scalar,
    Mapping,
    Sequence,
}
