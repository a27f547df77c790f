namespace RealtimeKit.Gen.Corpus.Checks;

internal enum CheckStatus
{
    /// <summary>There is no difference, or each has a published reason.</summary>
    Holds,

    /// <summary>The document cannot be read, or has nothing to compare.</summary>
    Skipped,

    /// <summary>There is a difference without a reason, or the check did not end within its budget.</summary>
    Fails,
}
