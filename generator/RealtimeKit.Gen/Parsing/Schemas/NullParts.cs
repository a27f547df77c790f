using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Finds schemas whose parts all allow null, so that the whole does. A part that says nothing about the type allows every value.</summary>
internal static class NullParts
{
    /// <summary>The most parts that lead from a schema to the one that allows null.</summary>
    private const int LongestWay = 8;

    /// <summary>Returns whether all parts of a schema's <c>allOf</c> allow null, and at least one of them says so.</summary>
    public static bool AllowNull(JsonSchema actual) =>
        actual.AllOf.Count > 0
        && actual.Enumeration.Count == 0
        && SaysNothing(actual)
        && SchemaFacts.Branches(actual).Count == 0
        && actual.AllOf.All(static part => AllowsNull(part, LongestWay) || IsFree(part))
        && actual.AllOf.Any(static part => AllowsNull(part, LongestWay));

    private static bool AllowsNull(JsonSchema schema, int steps)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        return isNullable
            || (steps > 0
                && SaysNothing(actual)
                && (actual.OneOf.Concat(actual.AnyOf).Any(branch => AllowsNull(branch, steps - 1))
                    || (actual.AllOf.Count > 0 && actual.AllOf.All(part => AllowsNull(part, steps - 1)))));
    }

    /// <summary>Returns whether a schema leaves the type to others.</summary>
    private static bool IsFree(JsonSchema schema) =>
        SchemaFacts.Follow(schema) is var actual && SaysNothing(actual) && !SchemaFacts.HasParts(actual) && !SchemaFacts.IsStructural(actual);

    private static bool SaysNothing(JsonSchema actual) => actual.Type == JsonObjectType.None;
}
