namespace RealtimeKit.Gen.Corpus.Compiling;

internal enum IssueKind
{
    /// <summary>An informational diagnostic of the generator.</summary>
    Info,
    Warning,
    Error,

    /// <summary>The emitted code does not compile.</summary>
    Compile,

    /// <summary>The generator threw, did not end, ended the process, or broke a rule of <see cref="StatusRules"/>.</summary>
    Broken,
}
