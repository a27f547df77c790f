namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>The parts of a check. A worker reports each before it begins, so that a process that dies names the part that it died in.</summary>
internal static class Phase
{
    /// <summary>Before the first document.</summary>
    public const string Start = "start";

    public const string Generator = "generator";

    public const string Compiler = "compiler";

    /// <summary>The parser of another library. If it ends the process, that says nothing about the generator.</summary>
    public const string OtherParser = "parser that is compared with";
}
