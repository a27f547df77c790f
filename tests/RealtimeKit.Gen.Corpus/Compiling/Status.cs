namespace RealtimeKit.Gen.Corpus.Compiling;

internal enum Status
{
    Ok,
    Partial,
    Refused,
    Failed,
}
