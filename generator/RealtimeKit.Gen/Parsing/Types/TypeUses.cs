using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Determines which types are sent, received, or sent as a parameter or form.</summary>
internal sealed class TypeUses(
    TypeDrafts drafts,
    OptionalUse optional,
    ISet<TypeDraft> sent,
    ISet<TypeDraft> received,
    ISet<TypeDraft> parameters,
    ISet<TypeDraft> patched)
{
    public bool IsSent(TypeDraft draft) => sent.Contains(draft);

    public bool IsReceived(TypeDraft draft) => received.Contains(draft);

    /// <summary>Returns whether a value is sent as a form or a parameter, outside of unions and tuples.</summary>
    public bool IsParameter(TypeDraft draft) => parameters.Contains(draft);

    /// <summary>Returns whether a value is sent with PATCH or as a merge patch, so that an absent property means that its value is kept.</summary>
    public bool IsPatched(TypeDraft draft) => patched.Contains(draft);

    /// <summary>Returns whether null and an absent property mean different things to the server that the value is sent to.</summary>
    public bool TellsNullFromAbsent(TypeDraft draft) => optional switch
    {
        OptionalUse.Always => IsSent(draft),
        OptionalUse.Never => false,
        _ => IsPatched(draft),
    };

    /// <summary>
    /// Returns the type of a value that is only sent. An enum is open if it can be received as well, because the server may have
    /// chosen the value.
    /// </summary>
    public TypeRef AsSent(TypeRef type) => type.Shape switch
    {
        TypeShape.Enum => drafts.Of(type) is { } draft && IsReceived(draft) ? type.AsOpen() : type,
        TypeShape.List => TypeRef.List(AsSent(type.Element!)) with { IsNullable = type.IsNullable },
        TypeShape.Map => TypeRef.Map(AsSent(type.Element!)) with { IsNullable = type.IsNullable },
        _ => type,
    };

    /// <summary>Returns the type that a member of another type has.</summary>
    public TypeRef Within(TypeDraft holder, TypeRef type) => IsReceived(holder) ? type.AsReceived() : AsSent(type);
}
