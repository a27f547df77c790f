using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>The types of a client with all their members. Only their names change after this phase.</summary>
/// <param name="Kinds">The discriminator values of the records.</param>
internal sealed record FilledTypes(TypeDrafts Drafts, KindValues Kinds)
{
    /// <summary>Returns the types with names instead of keys.</summary>
    public FilledTypes Spelled(TypeSpelling spelling)
    {
        foreach (TypeDraft draft in Drafts.All)
        {
            draft.Rename(spelling);
        }

        return this with { Drafts = new TypeDrafts(Drafts.All) };
    }
}
