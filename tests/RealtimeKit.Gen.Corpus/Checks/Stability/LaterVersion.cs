using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>A later version of a document, in which everything that was there still exists.</summary>
/// <param name="Kind">A description of the change.</param>
internal sealed record LaterVersion(string Kind, JsonNode Document);
