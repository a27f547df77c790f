using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Follows types from where they are used: what a sent type holds is sent, what a received one holds received.</summary>
internal sealed class UsageMarker(SchemaParser schemas)
{
    public void MarkSent(TypeRef type) => Mark(type, static draft => draft.IsSent, static draft => draft.IsSent = true);

    public void MarkReceived(TypeRef type) => Mark(type, static draft => draft.IsReceived, static draft => draft.IsReceived = true);

    public void MarkParameter(TypeRef type) => Mark(type, static draft => draft.IsParameter, static draft => draft.IsParameter = true);

    private void Mark(TypeRef type, Func<TypeDraft, bool> isMarked, Action<TypeDraft> mark)
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

            if (schemas.DraftOf(current) is not { } draft || isMarked(draft))
            {
                continue;
            }

            mark(draft);
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
