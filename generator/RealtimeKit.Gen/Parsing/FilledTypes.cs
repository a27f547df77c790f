using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>The types of a client with all their members. Only their names change after this phase.</summary>
/// <param name="Kinds">The discriminator values of the records.</param>
internal sealed record FilledTypes(TypeDrafts Drafts, KindValues Kinds)
{
    /// <summary>Returns the types without those for which another one stands, which has their places.</summary>
    public FilledTypes Joined(StandIns standIns)
    {
        ILookup<bool, TypeDraft> drafts = Drafts.All.ToLookup(draft => standIns.Has(draft.Key));
        TypeDrafts left = new(drafts[false].ToArray());
        foreach (TypeDraft joined in drafts[true])
        {
            left.Of(standIns.Of(joined.Key))!.Places.UnionWith(joined.Places);
        }

        foreach (TypeDraft draft in standIns.All.Count > 0 ? left.All : [])
        {
            draft.MovePlaces(standIns.OfPlace);
        }

        return this with { Drafts = left };
    }

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
