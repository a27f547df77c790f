using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Follows types from their uses. Types within a sent type are sent, and types within a received type are received.</summary>
internal sealed class UsageMarker(TypeDrafts drafts, OptionalUse optional)
{
    private readonly HashSet<TypeDraft> _sent = [];
    private readonly HashSet<TypeDraft> _received = [];
    private readonly HashSet<TypeDraft> _parameters = [];
    private readonly HashSet<TypeDraft> _patched = [];

    /// <summary>Gets what has been marked.</summary>
    public TypeUses Uses => new(drafts, optional, _sent, _received, _parameters, _patched);

    public void MarkSent(TypeRef type) => Mark(type, _sent);

    public void MarkReceived(TypeRef type) => Mark(type, _received);

    public void MarkParameter(TypeRef type) => Mark(type, _parameters);

    public void MarkPatched(TypeRef type) => Mark(type, _patched);

    private void Mark(TypeRef type, HashSet<TypeDraft> marked)
    {
        Stack<TypeRef> open = new([type]);
        while (open.Count > 0)
        {
            TypeRef current = open.Pop();
            if (current.Element is { } element)
            {
                open.Push(element);
                continue;
            }

            if (drafts.Of(current) is not { } draft || !marked.Add(draft))
            {
                continue;
            }

            if (ReferenceEquals(marked, _parameters) && draft is UnionDraft or TupleDraft)
            {
                // Their JSON is converted, so what they contain needs no conversion of its own.
                continue;
            }

            foreach (TypeRef reference in draft.References)
            {
                open.Push(reference);
            }

            if (draft is ObjectDraft record)
            {
                foreach (ObjectDraft related in record.Derived.Select(static derived => derived.Draft).Append(record.BaseDraft).OfType<ObjectDraft>())
                {
                    open.Push(TypeRef.Emitted(TypeShape.Object, related.Name));
                }
            }
        }
    }
}
