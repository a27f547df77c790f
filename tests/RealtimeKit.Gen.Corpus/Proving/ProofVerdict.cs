namespace RealtimeKit.Gen.Corpus.Proving;

internal enum ProofVerdict
{
    /// <summary>Proven, or different in ways alone that have a published reason.</summary>
    Holds,

    /// <summary>Nothing to prove: the document cannot be read, or has nothing of the kind.</summary>
    LeftOut,

    /// <summary>Refuted, or not proven in the time that it had.</summary>
    Fails,
}
