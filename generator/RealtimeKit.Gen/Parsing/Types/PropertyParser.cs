using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Fills the draft of a record: its properties, its base and its derived records.</summary>
internal sealed class PropertyParser(
    SchemaParser schemas,
    MemberCollector collector,
    Family family,
    DiscriminatorValues discriminators,
    SchemaIndex index,
    ImpliedSchemas implied,
    MemberBudget budget,
    DiagnosticBag diagnostics)
{
    private readonly MemberMerger _merger = new(index, implied, diagnostics);
    private readonly PartConflicts _conflicts = new(index, diagnostics);
    private readonly MemberAnnotations _told = new(index, diagnostics);
    private readonly RequiredNames _required = new(index, diagnostics);
    private readonly PartFiles _files = new(schemas.DraftOf);

    public void Fill(ObjectDraft draft)
    {
        Members members = collector.Collect(draft.Schema);
        if (!budget.Take(members, draft.Schema))
        {
            return;
        }

        _required.Report(members);
        string owner = draft.Key;
        IReadOnlyDictionary<string, string> parts = Identifier.Distinct(members.ByName.Keys);
        foreach (Member member in members.ByName.Values)
        {
            _conflicts.Settle(member, () => Inherited(draft, member.WireName));
            draft.Properties.Add(Parse(draft, member, TypeKey.Member(owner, parts[member.WireName])));
        }

        if (members.AdditionalProperties is { } additional)
        {
            draft.AdditionalProperties = schemas.Resolve(additional, TypeKey.Part(owner, "Value"), depth: 1);
        }

        if (draft.IsForm)
        {
            return;
        }

        if (family.ParentOf(draft.Schema) is { } based)
        {
            draft.BaseDraft = schemas.AddObject(based, TypeKey.Part(owner, "Base"));
            draft.BaseDraft?.IsExtended = true;
        }

        if (index.IsBase(draft.Schema) && family.HolderOf(draft.Schema) is { } holder)
        {
            AddDerived(draft, holder.DiscriminatorObject!);
        }
    }

    /// <summary>Returns the schema of one member of a composed schema.</summary>
    public JsonSchema? TryParseMember(JsonSchema schema, string wireName) =>
        collector.MemberOf(schema, wireName) is { } member ? _merger.Merge(member, schema) : null;

    private Member? Inherited(ObjectDraft draft, string wireName) =>
        !draft.IsForm && family.ParentOf(draft.Schema) is { } based ? collector.MemberOf(based, wireName) : null;

    private void AddDerived(ObjectDraft draft, OpenApiDiscriminator discriminator)
    {
        draft.Discriminator = discriminator.PropertyName ?? "";
        draft.OwnKinds = discriminators.OfDerived(discriminator, draft.Schema);
        draft.SentKind = discriminators.SentOf(discriminator, draft.Schema);
        HashSet<string> values = new(StringComparer.Ordinal);
        HashSet<JsonSchema> visited = [];
        Queue<JsonSchema> open = new(index.DerivedOf(draft.Schema));
        while (open.Count > 0)
        {
            JsonSchema derived = open.Dequeue();
            if (!visited.Add(derived) || ReferenceEquals(derived, draft.Schema))
            {
                continue;
            }

            if (schemas.AddObject(derived, TypeKey.Part(draft.Key, "Case")) is not { } derivedDraft || ReferenceEquals(derivedDraft, draft))
            {
                continue;
            }

            foreach (string value in family.IsAncestor(draft.Schema, derived) ? discriminators.OfDerived(discriminator, derived) : [])
            {
                if (values.Add(value))
                {
                    draft.Derived.Add((value, derivedDraft));
                    budget.Take(ReferenceEquals(draft.Schema.DiscriminatorObject, discriminator) ? 0 : 1, draft.Schema);
                }
            }

            if (discriminators.IsDefault(discriminator, derived) && family.IsAncestor(draft.Schema, derived))
            {
                draft.DefaultDerived = derivedDraft;
            }

            foreach (JsonSchema further in index.DerivedOf(derived))
            {
                open.Enqueue(further);
            }
        }
    }

    /// <summary>Returns the key of a member's type. A part with a name gives it, whichever record contains the part first.</summary>
    private string KeyOf(ObjectDraft draft, Member member, JsonSchema schema, string own) =>
        member.PartOf(schema) is { } part && !ReferenceEquals(part, draft.Schema) && schemas.OwnerKey(part) is { } owner
            ? TypeKey.Member(owner, Identifier.Pascal(member.WireName))
            : own;

    private PropertyDraft Parse(ObjectDraft draft, Member member, string own)
    {
        JsonSchema schema = _merger.Merge(member, draft.Schema);
        string hint = KeyOf(draft, member, schema, own);
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        (TypeRef type, FormFile? file) = TypeOf(draft, member, schema, hint);
        if (file is { HasOthers: true })
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                index.LocationOf(schema),
                member.WireName,
                "it can be a file or another type, so its type is FileContent; use FileContent.FromText for text");
        }

        type = file is null && Secrets.AreSecret(schema, member.Schemas, type) ? Secrets.Hide(type) : type;

        JsonSchema[] parts = [schema, .. member.Certain];
        if (member.Schemas.Exists(part => ReferenceEquals(part, schema)))
        {
            _conflicts.ReportNarrower(actual, member.Certain);
        }

        return new PropertyDraft
        {
            WireName = member.WireName,
            Place = member.Place,
            Schema = schema,
            Actual = actual,
            Type = type.AsRequired(),
            IsRequired = member.IsRequired,
            IsNullable = isNullable || type.IsNullable || file is { IsNullable: true },
            IsReadOnly = member.Schemas.Any(static part => part.IsReadOnly),
            IsWriteOnly = member.Schemas.Any(static part => part.IsWriteOnly),
            IsDeprecated = Array.Exists(parts, part => Annotations.AreDeprecated(part, index)),
            Only = member.Certain.Select(static part => SingleValues.Narrowest(SchemaFacts.Follow(part))).FirstOrDefault(SingleValues.IsSingle),
            Default = _told.DefaultOf(member.WireName, parts, isKind: IsKind(draft, member)),
            GivenName = _told.NameOf(member.WireName, parts, hasType: schemas.DraftOf(type.AsRequired()) is not null),
        };
    }

    private bool IsKind(ObjectDraft draft, Member member) => family.HolderOf(draft.Schema)?.DiscriminatorObject?.PropertyName == member.WireName;

    /// <summary>Returns the type of a member, and what describes it if it is a file.</summary>
    private (TypeRef Type, FormFile? File) TypeOf(ObjectDraft draft, Member member, JsonSchema schema, string hint)
    {
        if (draft.IsForm && FormFiles.Find(schema) is { } file)
        {
            return (file.Type, file);
        }

        TypeRef type = schemas.ResolveNamed(schema, member.WireName, hint);
        bool isSecret = Secrets.IsHidden(type) || Secrets.AreSecret(schema, member.Schemas, type);
        bool isUntyped = (type.Element ?? type).Kind == PrimitiveKind.Element && !isSecret && FormFiles.IsUndescribed(schema);
        if (draft.PartTypes.Of(member.WireName, isUntyped) is not { } mediaType || _files.Find(type, mediaType) is not { } part)
        {
            return (type, null);
        }

        // A value without a schema is a file, as OpenAPI 3.1 describes one.
        if ((type.Element ?? type).Kind != PrimitiveKind.Element)
        {
            diagnostics.Add(
                Descriptors.ConstructNotSupported,
                index.LocationOf(schema),
                $"The media type {mediaType} with the schema of a part",
                $"the schema of '{member.WireName}'");
        }

        return (part, new FormFile(part) { IsNullable = type.IsNullable, HasOthers = isUntyped });
    }
}
