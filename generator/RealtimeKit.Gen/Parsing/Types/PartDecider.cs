using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides which C# type the parts of an <c>allOf</c> describe, together with the schema that has them.</summary>
internal sealed class PartDecider(
    SchemaParser schemas,
    DraftRegistry registry,
    UnionParser unions,
    MapValueParser mapValues,
    CombinedSchemas combined,
    ScalarTypes scalars,
    SchemaIndex index,
    DiagnosticBag diagnostics)
{
    private static readonly SchemaSearch _narrower = new(static schema => schema.Format is not null || schema.Enumeration.Count > 1, OwnParts.PartsOf);

    private readonly PartConflicts _conflicts = new(index, diagnostics);

    /// <summary>Returns the type of a schema with an <c>allOf</c>, or null if the schema itself gives it.</summary>
    public TypeRef? Decide(JsonSchema actual, string hint, int depth)
    {
        if (DecideContainer(actual, hint, depth) is { } container)
        {
            return container;
        }

        JsonSchema[] structural = MeantSchemas.StructuralParts(actual, index);
        JsonSchema[] parts = _conflicts.Settle(actual, structural);
        if (OwnShape.Decides(actual, index))
        {
            ReportBeside(actual, actual, OwnShape.FormatOf(actual, actual, index));
            return null;
        }

        if (MeantSchemas.OnlyPart(actual, index) is { } part)
        {
            _conflicts.ReportRequired(actual, SchemaFacts.Follow(part));
            return DecidePart(actual, part, hint, depth);
        }

        if (parts.Length == 1 && structural.Length > 1 && !SchemaFacts.HasObjectKeywords(actual))
        {
            return schemas.Resolve(parts[0], hint, depth + 1);
        }

        if (parts.Length > 0 && !parts.All(ObjectSchemas.AreObjects) && !SchemaFacts.HasObjectKeywords(actual))
        {
            // Further parts narrow an enum or a string. The first part with a type decides.
            return DecidePart(actual, parts[0], hint, depth);
        }

        if (parts.Length > 0 || SchemaFacts.HasObjectKeywords(actual))
        {
            return registry.DeclareObject(actual, hint);
        }

        return actual.AllOf.Prepend(actual).Any(static free => SchemaFacts.Follow(free).Type == JsonObjectType.Object) ? TypeRef.Map(PrimitiveTypes.Json)
            : SchemaFacts.IsOnlyItself(actual) ? schemas.Degrade(actual, UnionParser.OnlyItself)
            : Secrets.OfAny([actual]);
    }

    /// <summary>Returns the list or map that several parts describe together, or null.</summary>
    private TypeRef? DecideContainer(JsonSchema actual, string hint, int depth)
    {
        if (ContainerParts.ItemsOf(actual, index) is { Count: > 0 } items)
        {
            return TypeRef.List(schemas.ResolveItem(combined.Combine(items)!, TypeKey.Part(hint, "Item"), depth + 1));
        }

        IReadOnlyList<JsonSchema> maps = MeantSchemas.OnlyPart(actual, index) is null ? ContainerParts.MapsOf(actual, index) : [];
        return maps.Count == 0 ? null
            : combined.Combine(maps.Select(mapValues.Parse).OfType<JsonSchema>()) is { } value
                ? TypeRef.Map(schemas.ResolveItem(value, TypeKey.Part(hint, "Value"), depth + 1))
            : TypeRef.Map(PrimitiveTypes.Json);
    }

    /// <summary>Returns the type of a part. If that is a plain string or number, another part can give its format.</summary>
    private TypeRef DecidePart(JsonSchema actual, JsonSchema part, string hint, int depth)
    {
        TypeRef type = schemas.Resolve(part, hint, depth + 1);
        JsonSchema typed = SchemaFacts.Follow(part);
        JsonSchema? formatted = OwnShape.FormatOf(typed, actual, index);
        ReportBeside(actual, typed, formatted);
        TypeRef decided = formatted is null || type.Shape != TypeShape.Primitive ? type
            : scalars.IsIntOrString(typed, formatted) ? unions.DeclareIntOrString(actual, hint)
            : scalars.Of(typed, formatted);
        return WithItems(actual, decided with { IsNullable = type.IsNullable });
    }

    /// <summary>Reports what a schema and its parts say beside the part that gives the type.</summary>
    private void ReportBeside(JsonSchema actual, JsonSchema typed, JsonSchema? formatted)
    {
        _conflicts.ReportNames(OwnParts.Of(actual).Except(OwnParts.Of(typed).Prepend(typed)));
        if (!_narrower.Leads(actual))
        {
            return;
        }

        HashSet<JsonSchema> within = [typed, .. ReferenceEquals(typed, actual) ? [] : OwnParts.WithReferences(typed, index).Select(SchemaFacts.Follow)];
        JsonSchema[] others = OwnParts.WithReferences(actual, index).Prepend(actual).Select(SchemaFacts.Follow).Where(within.Add).ToArray();
        _conflicts.ReportNarrower(typed, others, formatted);
    }

    /// <summary>Returns the type of a part of a list, hidden if the list's own items, which have no effect on it, are secrets.</summary>
    private TypeRef WithItems(JsonSchema actual, TypeRef type)
    {
        if (actual.Item is not { } item || !ContainerParts.Says(item) || ContainerParts.ListsOf(actual, index).Count > 0)
        {
            return type;
        }

        _conflicts.ReportItems(actual);
        return Secrets.IsHidden(schemas.Resolve(item, "", 1)) ? Secrets.Hide(type) : type;
    }
}
