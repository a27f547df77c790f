using NJsonSchema;

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
        return actual.Type is not (JsonObjectType.None or JsonObjectType.Object)
            || actual.Properties.Count > 0
            || actual.AdditionalPropertiesSchema is not null
            || actual.PatternProperties.Count > 0
            || actual.Enumeration.Count > 0
            || actual.Item is not null
            || actual.Items.Count > 0
            || actual.AllOf.Any(IsStructural)
            || actual.OneOf.Any(IsStructural)
            || actual.AnyOf.Any(IsStructural);
    }

    public static bool HasObjectKeywords(JsonSchema schema) =>
        schema.Properties.Count > 0 || schema.AdditionalPropertiesSchema is not null || schema.PatternProperties.Count > 0;

    /// <summary>The alternatives that matter: an <c>anyOf</c> of <c>required</c> lists alone decides no type.</summary>
    public static IReadOnlyList<JsonSchema> Branches(JsonSchema schema)
    {
        IEnumerable<JsonSchema> all = schema.OneOf.Count > 0 ? schema.OneOf : schema.AnyOf;
        JsonSchema[] branches = all.ToArray();
        return branches.Any(static branch => IsStructural(branch) || IsFreeObject(Follow(branch))) ? branches : [];
    }

    /// <summary>An object of which nothing else is known.</summary>
    public static bool IsFreeObject(JsonSchema actual) => actual.Type == JsonObjectType.Object && !IsStructural(actual);

    public static bool IsObjectLike(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return actual.Type == JsonObjectType.Object || (actual.Type == JsonObjectType.None
            && (HasObjectKeywords(actual) || (actual.AllOf.Count > 0 && actual.AllOf.Where(IsStructural).All(static part => IsObjectShallow(part)))));
    }

    private static bool IsObjectShallow(JsonSchema schema)
    {
        JsonSchema actual = Follow(schema);
        return actual.Type == JsonObjectType.Object || (actual.Type == JsonObjectType.None && (HasObjectKeywords(actual) || actual.AllOf.Count > 0));
    }
}
