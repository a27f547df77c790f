using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Turns drafts into models, once it is known which types are sent and received.</summary>
internal sealed class TypeFinisher(
    TypeUses uses,
    EnumMemberNames members,
    PropertyFinisher properties,
    UnionFinisher unions,
    SchemaIndex index,
    Documentation documentation)
{
    private readonly EnumFinisher _enums = new(members, documentation);

    public TypeModel Finish(TypeDraft draft) => draft switch
    {
        EnumDraft @enum => _enums.Finish(@enum),
        UnionDraft union => unions.Finish(union),
        TupleDraft tuple => FinishTuple(tuple),
        _ => FinishObject((ObjectDraft)draft),
    };

    private ObjectModel FinishObject(ObjectDraft draft) => new()
    {
        Name = draft.Name,
        Doc = documentation.OfSchema(draft.Schema, $"The `{index.OriginOf(draft.Schema)?.Name ?? draft.Name}` schema."),
        IsObsolete = draft.Schema.IsDeprecated,
        BaseName = draft.BaseDraft?.Name ?? "",
        IsBase = draft.Derived.Count > 0 || draft.IsExtended,
        IsAbstract = draft.Derived.Count > 0 && draft.Schema.IsAbstract(),
        Properties = properties.Finish(draft),
        AdditionalProperties = properties.RestOf(draft),
        Discriminator = draft.Discriminator,
        Derived = draft.Derived
            .Concat(draft.Derived.Count > 0
                ? draft.OwnKinds
                    .Except(draft.Derived.Select(static derived => derived.Value), StringComparer.Ordinal)
                    .Select(kind => (Value: kind, Draft: draft))
                : [])
            .Select(derived => new DerivedModel(
                derived.Value,
                derived.Draft == draft ? "" : derived.Draft.Name,
                derived.Draft.Discriminator.Length == 0 || derived.Draft.Discriminator == draft.Discriminator))
            .OrderBy(static derived => derived.Value, StringComparer.Ordinal)
            .ToEquatableArray(),
        DefaultName = draft.DefaultDerived?.Name ?? "",
        IsParameter = uses.IsParameter(draft) && !draft.IsForm,
        IsFormOnly = draft.IsForm,
    };

    private TupleModel FinishTuple(TupleDraft draft)
    {
        int required = Math.Min(draft.Schema.MinItems, draft.Items.Count);
        WantedName[] wanted = draft.Items
            .Select(static (item, index) => (Place: index.Invariant(), Given: item.Schema.GivenMemberName(), Usual: TupleParser.ItemName(index)))
            .Select(static item => new WantedName(item.Place, item.Place, item.Given ?? item.Usual, item.Given is not null))
            .ToArray();
        IReadOnlyDictionary<string, string> names = new NameScope([.. RecordMembers.Names, .. RecordMembers.OfTuple, draft.Name]).Assign(wanted);
        return new TupleModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, $"The `{index.OriginOf(draft.Schema)?.Name ?? draft.Name}` schema."),
            IsObsolete = draft.Schema.IsDeprecated,
            Required = required,
            Items = draft.Items
                .Select((item, index) =>
                {
                    TypeRef type = uses.Within(draft, draft.IsSecret ? Secrets.Hide(item.Type) : item.Type);
                    return new TupleItemModel(
                        names[index.Invariant()],
                        index < required ? type : type.AsNullable(),
                        documentation.OfSchema(item.Schema, $"The item at index {index.Invariant()}."),
                        CanBeNull: type.IsNullable || type.Kind == PrimitiveKind.Element);
                })
                .ToEquatableArray(),
            Rest = draft.Rest is { } rest ? uses.Within(draft, rest) : null,
        };
    }
}
