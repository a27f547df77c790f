namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>What is proven of each document.</summary>
internal enum ProofKind
{
    /// <summary>Nothing: it is generated and compiled.</summary>
    None,

    /// <summary>NSwag's own parser reads the same API.</summary>
    Oracle,

    /// <summary>Two formats give the same bytes.</summary>
    Pairs,

    /// <summary>What carries no meaning gives the same bytes.</summary>
    Determinism,

    /// <summary>The generator of the package gives the bytes of the one that was built.</summary>
    Packed,

    /// <summary>Inserted schemas rename nothing.</summary>
    Stability,
}
