using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>The drafts of all types, with all members.</summary>
internal sealed class TypeDrafts(IReadOnlyCollection<TypeDraft> drafts)
{
    private readonly Dictionary<string, TypeDraft> _byName = drafts.ToDictionary(static draft => draft.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<TypeDraft> All => drafts;

    /// <summary>Returns the draft of a type, also of an open enum; null for a type that is not emitted.</summary>
    public TypeDraft? Of(TypeRef type) => Of(type.Name);

    /// <summary>Returns the draft of a name, or null.</summary>
    public TypeDraft? Of(string name) => _byName.TryGetValue(name, out TypeDraft? draft) ? draft : null;
}
