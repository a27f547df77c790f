using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Decides how the case of a union is found when a value is read. The runtime applies these facts in this order: the kind of
/// JSON token, the discriminator (<see cref="DiscriminatedCases"/>), the required properties, the known properties, and for
/// cases that remain equal the order in which they are tried.
/// </summary>
internal sealed class CaseSelection(TypeDrafts drafts)
{
    /// <summary>The rank of a case that is neither an enum, a type of the project nor a string format.</summary>
    private const int Usual = 1;

    /// <summary>The most sets of required properties of one case. Of more, only the common properties count.</summary>
    private const int MostSets = 64;

    /// <summary>Returns the tokens with which a value of the type may begin.</summary>
    public JsonTokens TokensOf(TypeRef type) => TokensOf(type, []);

    /// <summary>Returns the properties without which an object is not of the type. For a union, they are those that all its cases require.</summary>
    public IReadOnlyList<string> RequiredOf(TypeRef type)
    {
        IReadOnlyList<IReadOnlyList<string>> sets = RequiredSets(type);
        return sets.Count == 0 ? [] : sets.Skip(1).Aggregate(sets[0], static (common, set) => common.Intersect(set, StringComparer.Ordinal).ToArray());
    }

    /// <summary>
    /// Returns the sets of properties of which an object of the type has at least one, beyond those that it must have. They are those of
    /// the cases of a union; there are none for another type, and none if a case requires nothing more.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> RequiredByCases(TypeRef type)
    {
        string[] common = RequiredOf(type).ToArray();
        string[][] more = RequiredSets(type).Select(set => set.Except(common, StringComparer.Ordinal).ToArray()).ToArray();
        return more.Length > MostSets || Array.Exists(more, static set => set.Length == 0)
            ? []
            : more.GroupBy(static set => string.Join("\n", set.OrderBy(static name => name, StringComparer.Ordinal)), StringComparer.Ordinal)
                .Select(static same => same.First());
    }

    /// <summary>Returns the properties that the type names; for a union, those that its cases name.</summary>
    public IEnumerable<string> KnownOf(TypeRef type) => KnownOf(type, []).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Returns the indices of the cases in the order in which they are tried. Among cases that begin with the same token, the
    /// case that accepts the fewest values comes first.
    /// </summary>
    public IEnumerable<int> OrderOf(IReadOnlyList<UnionCaseModel> cases)
    {
        JsonTokens shared = SharedBy(cases);
        return Enumerable.Range(0, cases.Count).OrderBy(index => (cases[index].Tokens & shared) == 0 ? Usual : Looseness(cases[index].Type, shared, []));
    }

    /// <summary>Returns the tokens that may begin more than one of the cases.</summary>
    private static JsonTokens SharedBy(IEnumerable<UnionCaseModel> cases)
    {
        (JsonTokens seen, JsonTokens shared) = (JsonTokens.None, JsonTokens.None);
        foreach (UnionCaseModel @case in cases)
        {
            shared |= seen & @case.Tokens;
            seen |= @case.Tokens;
        }

        return shared;
    }

    /// <summary>Returns how many texts a case accepts. A union accepts what the loosest of its cases accepts.</summary>
    private int Looseness(TypeRef type, JsonTokens shared, HashSet<TypeDraft> visited) =>
        drafts.Of(type) is not UnionDraft union ? Looseness(type)
        : (shared & JsonTokens.String) == JsonTokens.None || !visited.Add(union) ? Usual
        : union.Cases
            .Where(@case => (TokensOf(@case.Type) & JsonTokens.String) != JsonTokens.None)
            .Select(@case => Looseness(@case.Type, shared, visited))
            .DefaultIfEmpty(Usual)
            .Max();

    private static int Looseness(TypeRef type) => type switch
    {
        { Shape: TypeShape.Enum or TypeShape.OpenEnum } => 0,
        { Kind: PrimitiveKind.Guid } => 2,
        { Kind: PrimitiveKind.DateOnly or PrimitiveKind.TimeOnly or PrimitiveKind.TimeSpan } => 3,

        // A duration is also read in .NET's format, which a time has too.
        { Kind: PrimitiveKind.DateTimeOffset or PrimitiveKind.Duration } => 4,
        { Kind: PrimitiveKind.Uri } => 5,
        { Kind: PrimitiveKind.Bytes } => 6,
        { Shape: TypeShape.Scalar } => type.IsNumber ? 0 : 7,
        { Kind: PrimitiveKind.String or PrimitiveKind.Sensitive } => 8,
        _ => Usual,
    };

    private JsonTokens TokensOf(TypeRef type, HashSet<TypeDraft> visited) => type.Shape switch
    {
        TypeShape.List or TypeShape.Tuple => JsonTokens.Array,
        TypeShape.Map or TypeShape.Object => JsonTokens.Object,
        TypeShape.Enum or TypeShape.OpenEnum => drafts.Of(type) switch
        {
            EnumDraft { IsInText: true } => JsonTokens.Number | JsonTokens.String,
            EnumDraft { IsNumeric: true } => JsonTokens.Number,
            _ => JsonTokens.String,
        },
        TypeShape.Union => drafts.Of(type) is UnionDraft union && visited.Add(union)
            ? union.Cases.Aggregate(JsonTokens.None, (tokens, @case) => tokens | TokensOf(@case.Type, visited))
            : JsonTokens.None,
        TypeShape.Primitive => type.Kind!.Value.Tokens() | (type.InText == NumberText.None ? JsonTokens.None : JsonTokens.String),
        TypeShape.Scalar when type.IsNumber => JsonTokens.Number | (type.InText == NumberText.None ? JsonTokens.None : JsonTokens.String),
        _ => JsonTokens.String,
    };

    private IEnumerable<string> KnownOf(TypeRef type, HashSet<TypeDraft> visited) => drafts.Of(type) is UnionDraft union
        ? visited.Add(union) ? union.Cases.SelectMany(@case => KnownOf(@case.Type, visited)) : []
        : PropertiesOf(type).Select(static property => property.WireName);

    /// <summary>Returns the properties that each type of an object requires. A union has one type for each of its cases that is an object.</summary>
    private List<IReadOnlyList<string>> RequiredSets(TypeRef type)
    {
        List<IReadOnlyList<string>> sets = [];
        HashSet<TypeDraft> visited = [];
        Stack<TypeRef> open = new([type]);
        while (open.Count > 0)
        {
            TypeRef next = open.Pop();
            TypeDraft? draft = drafts.Of(next);
            if (draft is not null && !visited.Add(draft))
            {
                continue;
            }

            if (draft is UnionDraft union)
            {
                union.Cases.ForEach(@case => open.Push(@case.Type));
            }
            else if ((TokensOf(next) & JsonTokens.Object) != JsonTokens.None)
            {
                sets.Add(PropertiesOf(next)
                    .Where(static property => property.IsRequired && !property.IsWriteOnly)
                    .Select(static property => property.WireName)
                    .ToArray());
            }
        }

        return sets;
    }

    private IEnumerable<PropertyDraft> PropertiesOf(TypeRef type) => drafts.Of(type) is ObjectDraft record ? record.Properties : [];
}
