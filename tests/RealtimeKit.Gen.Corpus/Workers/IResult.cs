using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>The result of a check of one document.</summary>
internal interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    /// <summary>Returns the result of a document whose worker ended before it wrote one.</summary>
    /// <param name="request">The document.</param>
    /// <param name="phase">The last phase that the worker entered.</param>
    /// <param name="issue">How the worker ended.</param>
    static abstract TSelf Broken(DocumentRequest request, string phase, Issue issue);
}
