namespace RealtimeKit.Gen.Corpus.Judging;

internal enum FaultKind
{
    /// <summary>What the generator says in passing.</summary>
    Info,
    Warning,
    Error,

    /// <summary>The emitted code does not compile.</summary>
    Compile,

    /// <summary>The generator threw, hung, died, or broke a rule of the runner.</summary>
    Broken,
}
