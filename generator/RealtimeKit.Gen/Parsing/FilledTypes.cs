using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>The types of a client with all their members; nothing is added to a draft afterwards.</summary>
/// <param name="Kinds">The values by which records tell which type they are.</param>
internal sealed record FilledTypes(TypeDrafts Drafts, KindValues Kinds);
