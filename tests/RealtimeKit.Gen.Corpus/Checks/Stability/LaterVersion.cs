using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>A later version of a document, in which everything that was there still exists.</summary>
/// <param name="Kind">A description of the change.</param>
/// <param name="KeepsTypes">Whether properties and parameters keep their types, so that no two names can have been exchanged.</param>
internal sealed record LaterVersion(string Kind, bool KeepsTypes, JsonNode Document);
