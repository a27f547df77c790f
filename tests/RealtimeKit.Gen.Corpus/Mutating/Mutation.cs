namespace RealtimeKit.Gen.Corpus.Mutating;

/// <summary>Which damaged documents are made of the documents that the command line names.</summary>
/// <param name="Seed">The seed of all random choices.</param>
/// <param name="Count">The number of damaged documents.</param>
internal sealed record Mutation(int Seed, int Count);
