using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Turns drafts into models, once it is known which way each type travels.</summary>
internal sealed class TypeFinisher(
    SchemaParser schemas, EnumMemberNames members, ConstantParser constants, KindValues kinds, SpecDocument document, Documentation documentation, DiagnosticBag diagnostics)
{
    private readonly PropertyFinisher _properties = new(schemas, constants, kinds, document, documentation, diagnostics);
    private readonly EnumFinisher _enums = new(members, documentation);

    public TypeModel Finish(TypeDraft draft) => draft switch
    {
        EnumDraft @enum => _enums.Finish(@enum),
        UnionDraft union => FinishUnion(union),
        TupleDraft tuple => FinishTuple(tuple),
        _ => FinishObject((ObjectDraft)draft),
    };

    private ObjectModel FinishObject(ObjectDraft draft) => new()
    {
        Name = draft.Name,
        Doc = documentation.OfSchema(draft.Schema, draft.Schema, $"The schema {document.OriginOf(draft.Schema)?.Name ?? draft.Name}."),
        IsObsolete = draft.Schema.IsDeprecated,
        BaseName = draft.BaseDraft?.Name ?? "",
        IsBase = draft.Derived.Count > 0,
        IsAbstract = draft.Derived.Count > 0 && draft.Schema.IsAbstract(),
        Properties = _properties.Finish(draft),
        AdditionalProperties = draft.AdditionalProperties is { } additional ? schemas.Directed(additional, draft.IsReceived) : null,
        Discriminator = draft.Discriminator,
        Derived = draft.Derived
            .Concat(draft.Derived.Count > 0 ? draft.OwnKinds.Except(draft.Derived.Select(static derived => derived.Value), StringComparer.Ordinal).Select(kind => (Value: kind, Draft: draft)) : [])
            .Select(derived => new DerivedModel(
                derived.Value,
                derived.Draft == draft ? "" : derived.Draft.Name,
                derived.Draft.Discriminator.Length == 0 || derived.Draft.Discriminator == draft.Discriminator))
            .OrderBy(static derived => derived.Value, StringComparer.Ordinal)
            .ToEquatableArray(),
        DefaultName = draft.DefaultDerived?.Name ?? "",
        IsParameter = draft.IsParameter && !draft.IsForm,
        IsFormOnly = draft.IsForm,
    };

    private TupleModel FinishTuple(TupleDraft draft)
    {
        int required = Math.Min(draft.Schema.MinItems, draft.Items.Count);
        WantedName[] wanted = draft.Items
            .Select(static (item, index) => new WantedName(index.Invariant(), index.Invariant(), item.Schema.GivenMemberName() ?? TupleParser.ItemName(index), item.Schema.GivenMemberName() is not null))
            .ToArray();
        IReadOnlyDictionary<string, string> names = new NameScope([.. RecordMembers.Names, draft.Name]).Assign(wanted);
        return new TupleModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, draft.Schema, $"The schema {document.OriginOf(draft.Schema)?.Name ?? draft.Name}."),
            IsObsolete = draft.Schema.IsDeprecated,
            Required = required,
            Items = draft.Items
                .Select((item, index) =>
                {
                    TypeRef type = schemas.Directed(draft.IsSecret ? Secrets.Hide(item.Type) : item.Type, draft.IsReceived);
                    return new TupleItemModel(
                        names[index.Invariant()],
                        index < required ? type : type.AsNullable(),
                        documentation.OfSchema(item.Schema, SchemaFacts.Follow(item.Schema), $"The item at index {index.Invariant()}."));
                })
                .ToEquatableArray(),
            Rest = draft.Rest is { } rest ? schemas.Directed(rest, draft.IsReceived) : null,
        };
    }

    private UnionModel FinishUnion(UnionDraft draft)
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
        return new AddedKindModel(_properties.NameOf(record, union.Discriminator), value);
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
