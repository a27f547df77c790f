using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Proving;

/// <summary>Proves one thing of one document, inside a worker.</summary>
internal interface IProof
{
    ProofReport Prove(DocumentRequest request, CancellationToken cancellationToken);
}
