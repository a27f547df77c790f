namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>Where a proof is, for whoever must say later where it ended.</summary>
internal static class ProofStation
{
    public const string Generator = "generator";

    /// <summary>In somebody else's parser, whose death proves nothing of ours.</summary>
    public const string Foreign = "parser that is compared with";
}
