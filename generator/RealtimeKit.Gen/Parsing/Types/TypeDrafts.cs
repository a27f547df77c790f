using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>The drafts of all types, with all members.</summary>
internal sealed class TypeDrafts(IReadOnlyCollection<TypeDraft> drafts)
{
    private readonly Dictionary<string, TypeDraft> _byName = drafts.ToDictionary(static draft => draft.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<TypeDraft> All => drafts;

    /// <summary>Returns the draft of a type, also of an open enum; null for a type that is not emitted.</summary>
    public TypeDraft? Of(TypeRef type) => _byName.TryGetValue(type.Name, out TypeDraft? draft) ? draft : null;
}
