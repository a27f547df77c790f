using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Finds inline types that have the same members although their schemas are different: one is an <c>allOf</c> where the other lists its properties,
/// or has a format that has no effect. Each such group becomes one type. Components keep their types, because their authors named them apart.
/// </summary>
/// <param name="together">Groups of types that one place must tell apart, such as the bodies of an operation.</param>
internal sealed class AlikeTypes(
    TypeDrafts drafts,
    KindValues kinds,
    SharedSchemas shared,
    IEnumerable<IEnumerable<TypeRef>> together,
    SchemaIndex index)
{
    private readonly StandIns _standIns = new();

    /// <summary>Returns which types stand for others.</summary>
    public StandIns Find()
    {
        TypeDraft[] candidates = shared.AreShared ? drafts.All.Where(MayBeJoined).ToArray() : [];
        DraftText text = new(kinds, _standIns.Of);
        KeptApart<TypeDraft> apart = new(draft => shared.TitleOf(draft.Schema), draft => shared.LockedNameOf(draft.Schema));
        Companions companions = new(drafts.All.OfType<UnionDraft>().Select(static union => union.References).Concat(together));

        // What a type contains is joined first, so that its text has the types that are left.
        foreach (IEnumerable<TypeDraft> level in new DraftHeights(candidates).Levels)
        {
            foreach (TypeDraft[] alike in level
                .GroupBy(draft => (text.Of(draft), shared.IsPatched(draft.Schema)))
                .SelectMany(apart.Divide)
                .SelectMany(companions.Divide))
            {
                Join(alike);
            }
        }

        return _standIns;
    }

    private void Join(TypeDraft[] alike)
    {
        string first = NameOf(alike) ?? SharedNames.First(alike.Select(static draft => draft.Key));
        foreach (TypeDraft draft in alike.Where(draft => draft.Key != first))
        {
            _standIns.Add(draft.Key, first);
        }
    }

    /// <summary>Returns the shortest of the names that the components around the types give, because it says less about a single use.</summary>
    private static string? NameOf(TypeDraft[] alike) => alike
        .Select(static draft => draft.Key)
        .Where(TypeKey.IsName)
        .OrderBy(static name => name.Length)
        .ThenBy(static name => name, StringComparer.Ordinal)
        .FirstOrDefault();

    private bool MayBeJoined(TypeDraft draft) =>
        index.OriginOf(draft.Schema)?.Name is null
        && draft.Schema.GivenTypeName() is null
        && (draft is not ObjectDraft record || IsAlone(record));

    /// <summary>Returns whether a record is no form, has no base, and no other record extends it.</summary>
    private bool IsAlone(ObjectDraft record) =>
        !record.IsForm && record.BaseDraft is null && !record.IsExtended && record.Derived.Count == 0 && !kinds.IsFallback(record);
}
