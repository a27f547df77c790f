using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>The types of a client with all their members. Drafts do not change after this phase.</summary>
/// <param name="Kinds">The discriminator values of the records.</param>
internal sealed record FilledTypes(TypeDrafts Drafts, KindValues Kinds);
