using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds what a string, number or list says itself, and what the parts of its <c>allOf</c> only add to it:
/// <c>{ type: string, allOf: [{ maxLength: 4 }] }</c>.
/// </summary>
internal static class OwnShape
{
    private static readonly SchemaSearch _formatted = new(static schema => schema.Format is not null, OwnParts.PartsOf);

    /// <summary>Returns whether a schema gives its type itself, and no part of its <c>allOf</c> gives a closer one.</summary>
    public static bool Decides(JsonSchema actual) =>
        actual.AllOf.Count > 0
        && (IsScalar(actual.Type) || IsList(actual))
        && actual.AllOf.All(part => !SchemaFacts.IsStructural(part) || IsNoCloser(SchemaFacts.Follow(part), actual));

    /// <summary>
    /// Returns whether a string or number has alternatives, one of which says nothing about the type:
    /// <c>{ type: string, anyOf: [{ enum: [a] }, { pattern: b }] }</c>.
    /// </summary>
    public static bool CoversAlternatives(JsonSchema actual, IReadOnlyList<JsonSchema> branches) =>
        IsScalar(actual.Type) && branches.Any(static branch => !SchemaFacts.IsStructural(branch));

    /// <summary>
    /// Returns the part of a schema's <c>allOf</c> that has the format of a string or number which has none itself, or null.
    /// </summary>
    /// <param name="typed">The schema, or its part, that gives the type.</param>
    public static JsonSchema? FormatOf(JsonSchema typed, JsonSchema whole, SchemaIndex index) =>
        !IsScalar(typed.Type) || typed.Format is not null || !IsPlain(typed) || !_formatted.Leads(whole)
        ? null
        : OwnParts.WithReferences(whole, index).Prepend(whole).Select(SchemaFacts.Follow).FirstOrDefault(part => part.Format is not null
            && IsPlain(part)
            && (part.Type == JsonObjectType.None || IsSameType(part.Type, typed.Type)));

    private static bool IsNoCloser(JsonSchema part, JsonSchema own) =>
        IsPlain(part)
        && part.AllOf.Count == 0
        && part.Extension(SchemaExtensions.DotNetType) is null
        && (IsScalar(own.Type) ? IsSameType(part.Type, own.Type) : IsList(part) && (part.Item is null || !SchemaFacts.IsStructural(part.Item)));

    private static bool IsList(JsonSchema schema) =>
        schema.Type == JsonObjectType.Array || (schema.Type == JsonObjectType.None && (schema.Item is not null || schema.Items.Count > 0));

    /// <summary>Returns whether a schema has no values, alternatives, members or items by position.</summary>
    private static bool IsPlain(JsonSchema schema) =>
        schema.Enumeration.Count == 0
        && schema.OneOf.Count == 0
        && schema.AnyOf.Count == 0
        && schema.Items.Count == 0
        && !SchemaFacts.HasObjectKeywords(schema);

    /// <summary>Returns whether a part has the type of the whole, or a wider one.</summary>
    private static bool IsSameType(JsonObjectType part, JsonObjectType whole) =>
        part == whole || (part == JsonObjectType.Number && whole == JsonObjectType.Integer);

    private static bool IsScalar(JsonObjectType type) =>
        type is JsonObjectType.String or JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean;
}
