using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>A check that compares what the generator gives for one document with something else. It runs in a worker.</summary>
internal interface ICheck
{
    CheckResult Run(DocumentRequest request, CancellationToken cancellationToken);
}
