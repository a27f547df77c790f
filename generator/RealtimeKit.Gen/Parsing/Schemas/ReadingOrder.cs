using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>In which order the cases of a union are tried: where one token begins several, who takes nearly anything comes last.</summary>
internal static class ReadingOrder
{
    private const int Usual = 1;

    /// <summary>The places of the cases, the first to be tried first.</summary>
    public static IEnumerable<int> Of(IReadOnlyList<UnionCaseModel> cases)
    {
        JsonTokens shared = Shared(cases);
        return Enumerable.Range(0, cases.Count).OrderBy(index => (cases[index].Tokens & shared) == 0 ? Usual : Looseness(cases[index].Type));
    }

    /// <summary>The tokens that may begin more than one of the cases.</summary>
    private static JsonTokens Shared(IEnumerable<UnionCaseModel> cases)
    {
        (JsonTokens seen, JsonTokens shared) = (JsonTokens.None, JsonTokens.None);
        foreach (UnionCaseModel @case in cases)
        {
            shared |= seen & @case.Tokens;
            seen |= @case.Tokens;
        }

        return shared;
    }

    private static int Looseness(TypeRef type) => type switch
    {
        { Shape: TypeShape.Enum or TypeShape.OpenEnum } => 0,
        { Kind: PrimitiveKind.Guid } => 2,
        { Kind: PrimitiveKind.DateOnly or PrimitiveKind.TimeOnly or PrimitiveKind.TimeSpan or PrimitiveKind.Duration } => 3,
        { Kind: PrimitiveKind.DateTimeOffset } => 4,
        { Kind: PrimitiveKind.Uri } => 5,
        { Kind: PrimitiveKind.Bytes } => 6,
        { Kind: PrimitiveKind.String or PrimitiveKind.Sensitive } => 7,
        _ => Usual,
    };
}
