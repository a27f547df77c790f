namespace RealtimeKit.Gen.Corpus.Judging;

internal enum Verdict
{
    Ok,
    Partial,
    Refused,
    Failed,
}
