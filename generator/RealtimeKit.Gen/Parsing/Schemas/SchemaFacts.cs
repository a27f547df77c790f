using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>What a schema object is, asked of the typed document.</summary>
internal static class SchemaFacts
{
    /// <summary>A longer chain of references is a circle, which the slicer's stations have told of.</summary>
    private const int LongestChain = 256;

    /// <summary>The end of the chain of references, and whether null was allowed on the way.</summary>
    public static JsonSchema Follow(JsonSchema schema, out bool isNullable)
    {
        isNullable = schema.IsNullableRaw == true;
        JsonSchema current = schema;
        for (int steps = 0; current.Reference is { } target && steps < LongestChain; steps++)
        {
            current = target;
            isNullable |= current.IsNullableRaw == true;
        }

        return current;
    }

    public static JsonSchema Follow(JsonSchema schema) => Follow(schema, out _);

    /// <summary>Whether it says anything of the value's shape, beside annotations and which members are required.</summary>
    public static bool IsStructural(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        if (HasShape(actual) || !HasParts(actual))
        {
            return HasShape(actual);
        }

        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new([actual]);
        while (open.Count > 0)
        {
            JsonSchema current = Follow(open.Pop());
            if (HasShape(current))
            {
                return true;
            }

            foreach (JsonSchema part in visited.Add(current) ? current.AllOf.Concat(current.OneOf).Concat(current.AnyOf) : [])
            {
                open.Push(part);
            }
        }

        return false;
    }

    private static bool HasParts(JsonSchema schema) => schema.AllOf.Count > 0 || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0;

    private static bool HasShape(JsonSchema schema) =>
        schema.Type is not (JsonObjectType.None or JsonObjectType.Object)
        || HasObjectKeywords(schema)
        || schema.Enumeration.Count > 0
        || schema.Item is not null
        || schema.Items.Count > 0;

    public static bool HasObjectKeywords(JsonSchema schema) =>
        schema.Properties.Count > 0 || schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0;

    /// <summary>The alternatives that matter: an <c>anyOf</c> of <c>required</c> lists alone decides no type.</summary>
    public static IReadOnlyList<JsonSchema> Branches(JsonSchema schema) => Structural(schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf);

    /// <summary>The alternatives of a part, whose members all belong to the whole: those of an <c>anyOf</c> beside a <c>oneOf</c> too.</summary>
    public static IReadOnlyList<JsonSchema> AllBranches(JsonSchema schema) =>
        schema.OneOf.Count > 0 && schema.AnyOf.Count > 0 ? [.. Structural(schema.OneOf), .. Structural(schema.AnyOf)] : Branches(schema);

    private static JsonSchema[] Structural(IEnumerable<JsonSchema> all)
    {
        JsonSchema[] branches = all.ToArray();
        return branches.Any(static branch => IsStructural(branch) || IsFreeObject(Follow(branch))) ? branches : [];
    }

    /// <summary>An object of which nothing else is known.</summary>
    public static bool IsFreeObject(JsonSchema actual) => actual.Type == JsonObjectType.Object && !IsStructural(actual);

    /// <summary>
    /// A base with a discriminator that names no alternatives: those that extend it are its cases. One that does name
    /// them is a union, and extending it is plain composition.
    /// </summary>
    public static bool IsPolymorphic(JsonSchema actual, SchemaIndex index) =>
        actual.DiscriminatorObject is not null
        && Branches(actual).Count == 0
        && index.DerivedOf(actual).Count > 0;

    /// <summary>What adds nothing to its only part, be it stated more than once, is that part, unless it is a case of it.</summary>
    public static JsonSchema? OnlyPart(JsonSchema actual, SchemaIndex index)
    {
        if (actual.AllOf.Count == 0
            || actual.Enumeration.Count > 0
            || HasObjectKeywords(actual)
            || actual.DiscriminatorObject is not null
            || Branches(actual).Count > 0)
        {
            return null;
        }

        JsonSchema[] parts = actual.AllOf.Where(IsStructural).ToArray();
        if (parts.Length == 0 || !parts.Skip(1).All(part => SchemaSameness.AreSame(parts[0], part, index)))
        {
            return null;
        }

        JsonSchema only = Array.Find(parts, part => index.OriginOf(Follow(part))?.Name is not null) ?? parts[0];
        return IsPolymorphic(Follow(only), index) ? null : only;
    }

    /// <summary>The schema itself, or what it is a mere wrapping of.</summary>
    public static JsonSchema Meant(JsonSchema schema, SchemaIndex index)
    {
        JsonSchema meant = Follow(schema);
        for (int steps = 0; steps < LongestChain && OnlyPart(meant, index) is { } part; steps++)
        {
            meant = Follow(part);
        }

        return meant;
    }

    public static bool IsObjectLike(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return actual.Type == JsonObjectType.Object || (actual.Type == JsonObjectType.None
            && (HasObjectKeywords(actual)
                || (actual.AllOf.Count > 0 && actual.AllOf.Where(IsStructural).All(static part => IsObjectShallow(part)))
                || (actual.AllOf.Count == 0 && Branches(actual) is { Count: > 0 } branches && branches.All(static branch => IsObjectShallow(branch)))));
    }

    private static bool IsObjectShallow(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return actual.Type == JsonObjectType.Object
            || (actual.Type == JsonObjectType.None
                && (HasObjectKeywords(actual) || actual.AllOf.Count > 0 || (Branches(actual) is { Count: > 0 } branches && branches.All(IsObjectOnly))));
    }

    private static bool IsObjectOnly(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return actual.Type == JsonObjectType.Object || (actual.Type == JsonObjectType.None && (HasObjectKeywords(actual) || actual.AllOf.Count > 0));
    }
}
