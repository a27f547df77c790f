using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds schemas that allow a single string or number. They get the plain type, because an enum with one member adds nothing to
/// the initial value.
/// </summary>
internal static class SingleValues
{
    private const int LongestShown = 120;

    /// <summary>Returns whether a schema allows one value and no other.</summary>
    public static bool IsSingle(JsonSchema actual) => actual.Enumeration.Count == 1;

    /// <summary>Returns whether the type can hold the only value of a schema.</summary>
    public static bool Fits(JsonSchema actual, TypeRef type) => actual.Enumeration.First() is not { } only || PrimitiveConstants.IsValue(only, type);

    /// <summary>Returns false for another value than the only one of a schema, whose plain type can hold others too.</summary>
    public static bool Allows(JsonSchema actual, object? value, TypeRef type) =>
        !IsSingle(actual) || value is null || actual.Enumeration.First() is not { } only || PlainText.Of(only) == PlainText.Of(value)
            || (PrimitiveConstants.Of(only, type) is { } constant && constant == PrimitiveConstants.Of(value, type));

    /// <summary>Returns the schema itself, or the part of its <c>allOf</c>, or its only alternative, that narrows it to a single value.</summary>
    public static JsonSchema Narrowest(JsonSchema actual)
    {
        if (IsSingle(actual) || !SchemaFacts.HasParts(actual))
        {
            return actual;
        }

        JsonSchema[] parts = OwnParts.PartsOf(actual).Select(SchemaFacts.Follow).ToArray();
        return Array.Find(parts, IsSingle) ?? parts.SelectMany(OwnParts.PartsOf).Select(SchemaFacts.Follow).FirstOrDefault(IsSingle) ?? actual;
    }

    /// <summary>
    /// Returns the plain type of a schema with a single value, or null. A document that names the schema or its value wants an
    /// enum.
    /// </summary>
    public static TypeRef? TypeOf(JsonSchema actual, SchemaTraits traits)
    {
        if (!IsSingle(actual) || actual.GivenTypeName() is not null || EnumNames.AreGiven(actual) || FlagsRule.IsMarked(actual))
        {
            return null;
        }

        object? only = actual.Enumeration.First();
        object? plain = only is not null && actual.Type == JsonObjectType.Integer ? PrimitiveConstants.Plain(only, PrimitiveKind.Int64) : only;
        return (plain, actual.Type) switch
        {
            (string, JsonObjectType.None or JsonObjectType.String) => PrimitiveTypes.Text,
            (long, JsonObjectType.None or JsonObjectType.Integer) => Number(JsonObjectType.Integer, actual, traits),
            (long or decimal or double, JsonObjectType.Number) => Number(JsonObjectType.Number, actual, traits),
            _ => null,
        };
    }

    /// <summary>Adds the only value of a schema, or of the items of a list, to the documentation, because the type does not show it.</summary>
    public static DocModel Describe(DocModel doc, JsonSchema actual)
    {
        JsonSchema value = Narrowest(actual.Enumeration.Count == 0 && actual.Item is { } item ? SchemaFacts.Follow(item) : actual);
        string? text = IsSingle(value) ? PlainText.Of(value.Enumeration.First()) : null;
        return text is { Length: > 0 and <= LongestShown } && text.IndexOfAny(['`', '\r', '\n']) < 0
            ? doc with { Remarks = (doc.Remarks.Length == 0 ? "" : doc.Remarks + "\n") + $"The only value in the API description is `{text}`." }
            : doc;
    }

    private static TypeRef Number(JsonObjectType type, JsonSchema actual, SchemaTraits traits) =>
        PrimitiveTypes.Of(type, actual.Format) with { InText = traits.InText };
}
