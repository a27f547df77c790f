using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Turns the draft of a union into its model: what its cases are called, and by what one is told from the others.</summary>
internal sealed class UnionFinisher(SchemaParser schemas, PropertyFinisher properties, KindValues kinds, Documentation documentation)
{
    public UnionModel Finish(UnionDraft draft)
    {
        NameScope scope = new(["Value", "Raw", "Match", "Equals", "GetHashCode", "ToString", "GetType", "Unknown", draft.Name]);
        List<UnionCaseModel> cases = [];

        // What begins as a secret does may be one, whichever case it was taken for.
        JsonTokens secret = draft.Cases
            .Where(@case => draft.IsSecret || Secrets.IsHidden(@case.Type))
            .Aggregate(JsonTokens.None, (tokens, @case) => tokens | Tokens(@case.Type, []));
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            TypeRef type = schemas.Directed(@case.Type, draft.IsReceived);
            type = type with { IsSecret = type.IsSecret || (!Secrets.IsHidden(type) && (Tokens(@case.Type, []) & secret) != 0) };
            cases.Add(new UnionCaseModel
            {
                Name = scope.Take(@case.Schema.GivenMemberName() ?? CaseName(@case.Type, draft.Name), DistinctTypes.KeyOf(@case.Type)),
                Type = type,
                Tokens = Tokens(@case.Type, []),
                IsConvertible = type.Shape is not (TypeShape.List or TypeShape.Map),
                DiscriminatorValues = @case.DiscriminatorValues.ToEquatableArray(),
                IsDefault = @case.IsDefault,
                AddedKind = AddedKind(draft, @case),
                Required = Properties(@case.Type).Where(static property => property.IsRequired && !property.IsWriteOnly).Select(static property => property.WireName).ToEquatableArray(),
                Known = Known(@case.Type, []).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            });
        }

        return new UnionModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, draft.Schema, $"One of {cases.Count.Invariant()} types."),
            IsObsolete = draft.Schema.IsDeprecated,
            Cases = cases.ToEquatableArray(),
            ReadingOrder = ReadingOrder.Of(cases).ToEquatableArray(),
            Discriminator = draft.Discriminator,
            IsParameter = draft.IsParameter,
            IsSecret = secret != JsonTokens.None,
        };
    }

    /// <summary>
    /// A record whose document does not describe the discriminator is read without it where it stands alone. In the union it
    /// needs one, unless it is what the union takes a value without one for.
    /// </summary>
    private AddedKindModel? AddedKind(UnionDraft union, UnionCaseDraft @case)
    {
        bool isAdded = schemas.DraftOf(@case.Type) is ObjectDraft { Derived.Count: 0 } found
            && found.Properties.Exists(property => property.IsAdded && property.WireName == union.Discriminator);
        if (!isAdded || @case.IsDefault || @case.DiscriminatorValues.Count == 0)
        {
            return null;
        }

        ObjectDraft record = (ObjectDraft)schemas.DraftOf(@case.Type)!;
        kinds.TryGet(record, union.Discriminator, out string? kind);
        string value = kind is not null && @case.DiscriminatorValues.Contains(kind, StringComparer.Ordinal) ? kind : @case.DiscriminatorValues[0];
        return new AddedKindModel(properties.NameOf(record, union.Discriminator), value);
    }

    private IEnumerable<PropertyDraft> Properties(TypeRef type) => schemas.DraftOf(type) is ObjectDraft record ? record.Properties : [];

    /// <summary>The properties that a record names, or a union's cases together.</summary>
    private IEnumerable<string> Known(TypeRef type, HashSet<TypeDraft> visited) => schemas.DraftOf(type) is UnionDraft union
        ? visited.Add(union) ? union.Cases.SelectMany(@case => Known(@case.Type, visited)) : []
        : Properties(type).Select(static property => property.WireName);

    private string CaseName(TypeRef type, string union) => type.Shape switch
    {
        TypeShape.List => CaseName(type.Element!, union) + "List",
        TypeShape.Map => CaseName(type.Element!, union) + "Map",
        TypeShape.Primitive => type.Kind switch
        {
            PrimitiveKind.String => "Text",
            PrimitiveKind.Int32 or PrimitiveKind.Int64 => "Integer",
            PrimitiveKind.Double or PrimitiveKind.Single or PrimitiveKind.Decimal => "Number",
            PrimitiveKind.Element => "Json",
            var other => $"{other}",
        },
        _ => schemas.DraftOf(type)?.Name is not { } name ? "Enum"
            // What is named after the union need not say so again within it.
            : name.StartsWith(union + "_", StringComparison.Ordinal) && SyntaxFacts.IsValidIdentifier(name.Substring(union.Length + 1)) ? name.Substring(union.Length + 1)
            : name,
    };

    private JsonTokens Tokens(TypeRef type, HashSet<TypeDraft> visited) => type.Shape switch
    {
        TypeShape.List or TypeShape.Tuple => JsonTokens.Array,
        TypeShape.Map or TypeShape.Object => JsonTokens.Object,
        TypeShape.Enum or TypeShape.OpenEnum => schemas.DraftOf(type) switch
        {
            EnumDraft { IsInText: true } => JsonTokens.Number | JsonTokens.String,
            EnumDraft { IsNumeric: true } => JsonTokens.Number,
            _ => JsonTokens.String,
        },
        TypeShape.Union => schemas.DraftOf(type) is UnionDraft union && visited.Add(union)
            ? union.Cases.Aggregate(JsonTokens.None, (tokens, @case) => tokens | Tokens(@case.Type, visited))
            : JsonTokens.None,
        TypeShape.Primitive => type.Kind!.Value.Tokens() | (type.InText == NumberText.None ? JsonTokens.None : JsonTokens.String),
        _ => JsonTokens.String,
    };
}
