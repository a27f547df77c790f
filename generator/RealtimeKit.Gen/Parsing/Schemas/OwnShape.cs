using NJsonSchema;
using RealtimeKit.Gen.Model;
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

    private static readonly Memo<SchemaIndex, SchemaTokens> _tokens = new();

    /// <summary>Returns whether a schema gives its type itself, and no part of its <c>allOf</c> that agrees with it gives a closer one.</summary>
    public static bool Decides(JsonSchema actual, SchemaIndex index) =>
        actual.AllOf.Count > 0
        && (SchemaFacts.IsScalar(actual.Type) || ContainerParts.IsList(actual) || ContainerParts.IsMap(actual))
        && actual.AllOf.All(part => !SchemaFacts.IsStructural(part) || IsNoCloser(SchemaFacts.Follow(part), actual) || Contradicts(part, actual, index));

    /// <summary>
    /// Returns whether a string or number has alternatives, one of which says nothing about the type:
    /// <c>{ type: string, anyOf: [{ enum: [a] }, { pattern: b }] }</c>.
    /// </summary>
    public static bool CoversAlternatives(JsonSchema actual, IReadOnlyList<JsonSchema> branches) =>
        SchemaFacts.IsScalar(actual.Type) && branches.Any(static branch => !SchemaFacts.IsStructural(branch));

    /// <summary>
    /// Returns the part of a schema's <c>allOf</c> that has the format of a string or number which has none itself, or null.
    /// </summary>
    /// <param name="typed">The schema, or its part, that gives the type.</param>
    public static JsonSchema? FormatOf(JsonSchema typed, JsonSchema whole, SchemaIndex index) =>
        !SchemaFacts.IsScalar(typed.Type) || typed.Format is not null || !IsPlain(typed) || !_formatted.Leads(whole)
        ? null
        : OwnParts.WithReferences(whole, index).Prepend(whole).Select(SchemaFacts.Follow).FirstOrDefault(part => part.Format is not null
            && IsPlain(part)
            && (part.Type == JsonObjectType.None || IsSameType(part.Type, typed.Type)));

    /// <summary>Returns whether no value is of the schema's own type and of that of a part.</summary>
    private static bool Contradicts(JsonSchema part, JsonSchema own, SchemaIndex index)
    {
        SchemaTokens tokens = _tokens.Of(index, static index => new SchemaTokens(index, byKeywords: true));
        return (tokens.Of(part) & tokens.OfOwn(own)) == JsonTokens.None;
    }

    private static bool IsNoCloser(JsonSchema part, JsonSchema own) =>
        part.AllOf.Count == 0
        && part.Extension(SchemaExtensions.DotNetType) is null
        && (SchemaFacts.IsScalar(own.Type) ? (IsPlain(part) && IsSameType(part.Type, own.Type)) || IsFreeChoice(part, own)
            : ContainerParts.IsList(own) ? IsPlain(part) && ContainerParts.IsList(part) && IsNoCloserList(part, own)
            : ContainerParts.IsMap(part) && !SchemaFacts.HasParts(part));

    /// <summary>Returns whether a part with alternatives does not restrict the type, because one of them allows any value.</summary>
    private static bool IsFreeChoice(JsonSchema part, JsonSchema own) =>
        part.Enumeration.Count == 0
        && (part.Type == JsonObjectType.None || IsSameType(part.Type, own.Type))
        && SchemaFacts.Branches(part) is { Count: > 0 } branches
        && CoversAlternatives(own, branches);

    private static bool IsNoCloserList(JsonSchema part, JsonSchema own) =>
        part.Item is null || !ContainerParts.Says(part.Item) || (own.Item is not null && ContainerParts.Says(own.Item));

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
}
