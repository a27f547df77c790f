using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the schema of a member that alternatives describe differently. A value is of one of them, so the member is a choice. An enum
/// or constant beside its plain type is the plain type, and constants alone (<c>type: a</c>, <c>type: b</c>) are an enum.
/// </summary>
internal sealed class MemberAlternatives(SchemaIndex index, ImpliedSchemas implied)
{
    private readonly CombinedSchemas _combined = new(index, implied);

    /// <param name="schemas">The schema of each alternative that describes the member. No two are the same.</param>
    public JsonSchema Choose(IReadOnlyList<JsonSchema> schemas)
    {
        JsonSchema[] possible = schemas.Where(static schema => !IsNever(SchemaFacts.Follow(schema))).ToArray();
        if (possible.Length > 1 && AreValuesOfOneKind(possible))
        {
            return AllValues(possible);
        }

        JsonSchema[] plain = Array.FindAll(Array.ConvertAll(possible, SchemaFacts.Follow), IsPlain);
        JsonTokens tokens = plain.Aggregate(JsonTokens.None, static (all, schema) => all | TokensOf(schema.Type));
        bool isInteger = Array.Exists(plain, static schema => schema.Type == JsonObjectType.Integer);
        JsonSchema[] types = Array.FindAll(possible, schema => !AreValuesOf(SchemaFacts.Follow(schema), tokens, isInteger));
        return types.Length switch
        {
            0 => schemas[0],
            1 => types[0],
            _ => _combined.Choose(types, isAny: false),
        };
    }

    /// <summary>Returns an enum of all values of several enums: the one that has all of them, or a new one.</summary>
    public JsonSchema AllValues(IReadOnlyList<JsonSchema> parts)
    {
        object?[] all = parts.SelectMany(static part => SchemaFacts.Follow(part).Enumeration).Distinct().ToArray();
        JsonSchema[] whole = parts.Where(part => HasAll(part, parts, all)).ToArray();
        return Array.Find(whole, part => index.OriginOf(SchemaFacts.Follow(part))?.Name is not null)
            ?? whole.FirstOrDefault()
            ?? implied.Enum(all, like: SchemaFacts.Follow(parts[0]), parts);
    }

    /// <summary>Returns whether a part has all values, and allows null only if every part does.</summary>
    private static bool HasAll(JsonSchema part, IReadOnlyList<JsonSchema> parts, object?[] all)
    {
        JsonSchema actual = SchemaFacts.Follow(part, out bool isNullable);
        return actual.Enumeration.Distinct().Count() == all.Length && (!isNullable || parts.All(SchemaFacts.IsNullable));
    }

    /// <summary>Returns whether an alternative excludes the member (<c>false</c>).</summary>
    private static bool IsNever(JsonSchema actual) =>
        actual.Not is { } not && !SchemaFacts.IsStructural(actual) && actual.Type == JsonObjectType.None && SchemaFacts.IsEmpty(SchemaFacts.Follow(not));

    private static bool AreValuesOfOneKind(JsonSchema[] schemas)
    {
        JsonSchema[] actual = Array.ConvertAll(schemas, SchemaFacts.Follow);
        JsonTokens all = actual.SelectMany(static schema => schema.Enumeration).Aggregate(JsonTokens.None, static (seen, value) => seen | TokenOf(value));
        return Array.TrueForAll(actual, static schema => schema.Enumeration.Count > 0) && all is JsonTokens.String or JsonTokens.Number or JsonTokens.Boolean;
    }

    private static JsonTokens TokenOf(object? value) => value switch
    {
        null => JsonTokens.None,
        string => JsonTokens.String,
        bool => JsonTokens.Boolean,
        long or int or decimal or double => JsonTokens.Number,
        _ => JsonTokens.Object,
    };

    /// <summary>Returns the tokens of the values of a plain type. Those of an integer are only some numbers.</summary>
    private static JsonTokens TokensOf(JsonObjectType type) => type switch
    {
        JsonObjectType.String => JsonTokens.String,
        JsonObjectType.Boolean => JsonTokens.Boolean,
        JsonObjectType.Number => JsonTokens.Number,
        _ => JsonTokens.None,
    };

    private static bool IsPlain(JsonSchema schema) => schema.Enumeration.Count == 0 && schema.Format is null && !SchemaFacts.HasParts(schema);

    /// <summary>Returns whether a schema lists values of plain types.</summary>
    private static bool AreValuesOf(JsonSchema schema, JsonTokens plain, bool isInteger) =>
        schema.Enumeration.Count > 0
        && schema.Enumeration.All(value => value is null || (TokenOf(value) & plain) != JsonTokens.None || (isInteger && value is long or int));
}
