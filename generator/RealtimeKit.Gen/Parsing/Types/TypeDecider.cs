using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides which C# type the keywords of a schema describe.</summary>
internal sealed class TypeDecider(
    SchemaParser schemas,
    DraftRegistry registry,
    UnionParser unions,
    EnumParser enums,
    TupleParser tuples,
    PartDecider parts,
    MapValueParser mapValues,
    Family family,
    MemberCollector collector,
    ScalarTypes scalars,
    SchemaIndex index)
{
    /// <summary>
    /// Returns the type of a schema that is found within itself. C# aliases cannot contain themselves, so the type must be
    /// declared: as a union, or for a map as a record without members. A list that contains only itself becomes raw JSON.
    /// </summary>
    public TypeRef Recur(JsonSchema actual, string hint) =>
        SchemaFacts.Branches(actual).Count > 1 ? unions.Declare(actual, [], hint)
        : actual.Items.Count > 0 ? tuples.Declare(actual, hint)
        : actual.AllOf.Count == 0 && actual.Item is null && ObjectSchemas.AreObjects(actual) ? registry.DeclareObject(actual, hint)
        : schemas.Degrade(actual, "The schema contains itself without an object in between");

    public TypeRef Decide(JsonSchema actual, string hint, int depth)
    {
        TypeRef type = DecideKeywords(actual, hint, depth);
        type = NullParts.AllowNull(actual) ? type.AsNullable() : type;
        bool isFormatted = actual.AllOf.Count > 0 || actual.Enumeration.Count > 0 || SchemaFacts.SaysNothing(actual);
        bool isSecret = (type.IsPlain && isFormatted && scalars.HasPassword(actual)) || (type.Kind == PrimitiveKind.Element && Secrets.IsAlternative(actual));
        return isSecret ? Secrets.Hide(type) : type;
    }

    private TypeRef DecideKeywords(JsonSchema actual, string hint, int depth)
    {
        if (actual.Enumeration.Count > 0)
        {
            return enums.Parse(actual, hint);
        }

        IReadOnlyList<JsonSchema> branches = SchemaFacts.Branches(actual);
        if (branches.Count > 0 && !OwnShape.CoversAlternatives(actual, branches))
        {
            return DecideBranches(actual, branches, hint, depth);
        }

        if (actual.AllOf.Count > 0 && parts.Decide(actual, hint, depth) is { } decided)
        {
            return decided;
        }

        if (actual.Items.Count > 0 && actual.Type is JsonObjectType.None or JsonObjectType.Array)
        {
            return tuples.Parse(actual, hint, depth);
        }

        if (actual.Type == JsonObjectType.Array || (actual.Type == JsonObjectType.None && actual.Item is not null))
        {
            TypeRef item = actual.Item is null ? PrimitiveTypes.Json : schemas.ResolveItem(actual.Item, TypeKey.Part(hint, "Item"), depth + 1);
            return TypeRef.List(item);
        }

        if (actual.Type == JsonObjectType.Object || SchemaFacts.HasObjectKeywords(actual) || SchemaFacts.IsOnlyDiscriminated(actual))
        {
            return DecideObject(actual, hint, depth);
        }

        JsonSchema formatted = OwnShape.FormatOf(actual, actual, index) ?? actual;
        return scalars.IsIntOrString(actual, formatted) ? unions.DeclareIntOrString(actual, hint)
            : SchemaFacts.IsOnlyItself(actual) ? schemas.Degrade(actual, UnionParser.OnlyItself)
            : scalars.Of(actual, formatted);
    }

    private TypeRef DecideObject(JsonSchema actual, string hint, int depth)
    {
        if (actual.Properties.Count > 0 || actual.DiscriminatorObject is not null)
        {
            return registry.DeclareObject(actual, hint);
        }

        JsonSchema? value = mapValues.Parse(actual);
        return value is null ? TypeRef.Map(PrimitiveTypes.Json) : TypeRef.Map(schemas.ResolveItem(value, TypeKey.Part(hint, "Value"), depth + 1));
    }

    private TypeRef DecideBranches(JsonSchema actual, IReadOnlyList<JsonSchema> branches, string hint, int depth)
    {
        if (SchemaFacts.HasOwnShape(actual) && branches.All(ObjectSchemas.AreObjects))
        {
            // A schema with members and alternatives is one record. The members of the alternatives are optional.
            return registry.DeclareObject(actual, hint);
        }

        if (CombinedAlternatives.AreOne(actual, branches, collector, index))
        {
            return registry.DeclareObject(actual, hint);
        }

        return branches.Count == 1 ? schemas.Resolve(branches[0], hint, depth + 1)
            : BaseOf(actual, branches) is { } based ? schemas.Resolve(based, hint, depth + 1)
            : unions.Parse(actual, branches, hint, depth);
    }

    /// <summary>Returns the common base of the alternatives, or null. The base can read each of its derived types.</summary>
    private JsonSchema? BaseOf(JsonSchema actual, IReadOnlyList<JsonSchema> branches)
    {
        JsonSchema[] records = branches.Select(branch => MeantSchemas.Meant(branch, index)).ToArray();
        JsonSchema? based = family.CommonOf(records);
        bool isSame = based is not null
            && !ReferenceEquals(based, actual)
            && !SchemaFacts.HasObjectKeywords(actual)
            && (actual.DiscriminatorObject is null || actual.DiscriminatorObject.PropertyName == family.HolderOf(based)!.DiscriminatorObject!.PropertyName);
        return isSame ? based : null;
    }
}
