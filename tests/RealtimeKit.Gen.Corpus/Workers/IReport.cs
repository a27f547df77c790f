using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;

namespace RealtimeKit.Gen.Corpus.Workers;

/// <summary>What a worker answers for a document, and what is said in its place when the worker could not.</summary>
internal interface IReport<TSelf>
    where TSelf : IReport<TSelf>
{
    /// <param name="request">The document that the worker was at.</param>
    /// <param name="station">The station that it said it had entered.</param>
    /// <param name="fault">How it ended.</param>
    static abstract TSelf Broken(DocumentRequest request, string station, Fault fault);
}
