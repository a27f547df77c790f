using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>The facts about a schema object.</summary>
internal static class SchemaFacts
{
    /// <summary>The longest chain of references.</summary>
    public const int LongestChain = ReferenceChain.Longest;

    private static readonly SchemaSearch _structural = new(HasShape, AllParts);
    private static readonly SchemaSearch _beyondItself = new(static schema => !HasParts(schema) || HasShape(schema), AllParts);
    private static readonly Memo<JsonSchema, IReadOnlyList<JsonSchema>> _branches = new();
    private static readonly Memo<JsonSchema, IReadOnlyList<JsonSchema>> _allBranches = new();

    /// <summary>Returns the target of a chain of references, and whether null is allowed on the way.</summary>
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

    /// <summary>Returns whether a type is that of values without parts.</summary>
    public static bool IsScalar(JsonObjectType type) =>
        type is JsonObjectType.String or JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean;

    /// <summary>Returns whether a schema describes the structure of a value, beyond annotations and required names.</summary>
    public static bool IsStructural(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return HasShape(actual) || (HasParts(actual) && _structural.Leads(actual));
    }

    /// <summary>Returns whether the parts of a schema, and theirs at any depth, lead back to each other and to nothing else.</summary>
    public static bool IsOnlyItself(JsonSchema actual) => HasParts(actual) && !HasShape(actual) && !_beyondItself.Leads(actual);

    /// <summary>Returns whether a schema says nothing about a value, not even in words.</summary>
    public static bool IsEmpty(JsonSchema actual) =>
        AllowsAnything(actual) && string.IsNullOrEmpty(actual.Description) && actual.Title is null;

    /// <summary>Returns whether a schema restricts a value in no way.</summary>
    public static bool AllowsAnything(JsonSchema actual) =>
        actual.Type == JsonObjectType.None && !HasShape(actual) && !HasParts(actual) && actual.Not is null;

    /// <summary>Returns whether a schema describes an object that can have no members.</summary>
    public static bool IsClosedAndEmpty(JsonSchema actual) =>
        actual.Type == JsonObjectType.Object && !actual.AllowAdditionalProperties && !HasShape(actual) && !HasParts(actual);

    /// <summary>Returns whether a schema, or the only part of its <c>allOf</c>, describes an object that can have no members.</summary>
    public static bool IsNothing(JsonSchema schema)
    {
        HashSet<JsonSchema> visited = [];
        JsonSchema current = Follow(schema);
        while (current.AllOf.Count == 1 && current.OneOf.Count + current.AnyOf.Count == 0 && !HasShape(current) && visited.Add(current))
        {
            current = Follow(current.AllOf.First());
        }

        return IsClosedAndEmpty(current);
    }

    /// <summary>Returns whether a schema is composed of others.</summary>
    public static bool HasParts(JsonSchema schema) => schema.AllOf.Count > 0 || schema.OneOf.Count > 0 || schema.AnyOf.Count > 0;

    /// <summary>Returns whether a schema, or one that its references lead to, allows null.</summary>
    public static bool IsNullable(JsonSchema schema)
    {
        Follow(schema, out bool isNullable);
        return isNullable;
    }

    public static IEnumerable<JsonSchema> AllParts(JsonSchema schema) => schema.AllOf.Concat(schema.OneOf).Concat(schema.AnyOf);

    private static bool HasShape(JsonSchema schema) =>
        schema.Type is not (JsonObjectType.None or JsonObjectType.Object)
        || HasObjectKeywords(schema)
        || schema.DiscriminatorObject is not null
        || schema.Enumeration.Count > 0
        || schema.Item is not null
        || schema.Items.Count > 0;

    public static bool HasObjectKeywords(JsonSchema schema) =>
        schema.Properties.Count > 0 || schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0;

    /// <summary>Returns whether all that a schema says about its values is that they have a discriminator, as only objects have.</summary>
    public static bool IsOnlyDiscriminated(JsonSchema actual) =>
        actual.DiscriminatorObject is not null && actual.Type == JsonObjectType.None && actual.Item is null && actual.Items.Count == 0 && !HasParts(actual);

    /// <summary>Returns whether a schema has members of its own beside its alternatives.</summary>
    public static bool HasOwnShape(JsonSchema schema) => HasObjectKeywords(schema) || schema.AllOf.Any(IsStructural);

    /// <summary>
    /// Returns the alternatives that have a structure. An <c>anyOf</c> that contains only <c>required</c> lists does not affect
    /// the type.
    /// </summary>
    public static IReadOnlyList<JsonSchema> Branches(JsonSchema schema) => schema.OneOf.Count == 0 && schema.AnyOf.Count == 0
        ? []
        : _branches.Of(schema, static schema => Structural(schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf));

    /// <summary>Returns the alternatives of a part, including those of an <c>anyOf</c> beside a <c>oneOf</c>.</summary>
    public static IReadOnlyList<JsonSchema> AllBranches(JsonSchema schema) =>
        schema.OneOf.Count > 0 && schema.AnyOf.Count > 0
            ? _allBranches.Of(schema, static schema => [.. Structural(schema.OneOf), .. Structural(schema.AnyOf)])
            : Branches(schema);

    private static JsonSchema[] Structural(IEnumerable<JsonSchema> all)
    {
        JsonSchema[] branches = all.ToArray();
        return branches.Any(static branch => IsStructural(branch) || IsFreeObject(Follow(branch))) ? branches : [];
    }

    /// <summary>Returns whether a schema describes an object without further information.</summary>
    public static bool IsFreeObject(JsonSchema actual) => actual.Type == JsonObjectType.Object && !IsStructural(actual);

    /// <summary>
    /// Returns whether a schema is a base whose derived schemas are its cases. It has a discriminator and no alternatives. A
    /// schema with alternatives is a union, and extending it is composition.
    /// </summary>
    public static bool IsPolymorphic(JsonSchema actual, SchemaIndex index) =>
        actual.DiscriminatorObject is not null
        && Branches(actual).Count == 0
        && index.DerivedOf(actual).Count > 0;

    /// <summary>Returns whether a schema says nothing about a value, itself or in its parts, except for its format and annotations.</summary>
    public static bool SaysNothing(JsonSchema actual) =>
        actual.Type == JsonObjectType.None
        && actual.Not is null
        && !IsStructural(actual)
        && AllParts(actual).All(static part => Follow(part) is { Type: JsonObjectType.None, Not: null });
}
