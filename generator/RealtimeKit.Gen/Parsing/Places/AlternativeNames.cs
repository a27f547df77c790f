using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Tells the alternatives of a schema apart by what they are, so that a new alternative does not change the place of another. The
/// title comes first, then a property with a constant, then the required properties, then the kind of JSON, which is that of an enum also for
/// an open one. A reference is what its target is, so that an alternative keeps its place when its author makes a component of it.
/// </summary>
internal static class AlternativeNames
{
    /// <summary>The name of an enum that has no title.</summary>
    public const string Enum = "enum";

    private const int MostNames = 8;

    public static string Of(JsonSchema alternative, SchemaTargets targets)
    {
        JsonSchema described = ReferenceChain.Of(alternative).Last();
        return described.Title is { Length: > 0 } title ? title
            : ConstantOf(described) is { } constant ? constant
            : described.RequiredProperties.Count > 0
                ? string.Join(",", described.RequiredProperties.OrderBy(static name => name, StringComparer.Ordinal).Take(MostNames))
            : KindOf(described, targets);
    }

    /// <summary>Returns whether the name is a title or a constant, and does not come from what the alternative consists of.</summary>
    public static bool IsChosen(JsonSchema alternative) =>
        ReferenceChain.Of(alternative).Last() is var described && (described.Title is { Length: > 0 } || ConstantOf(described) is not null);

    private static string? ConstantOf(JsonSchema alternative) => alternative.Properties
        .Where(static property => property.Value.Enumeration.Count == 1 && property.Value.Enumeration.First() is string or long)
        .OrderBy(static property => property.Key, StringComparer.Ordinal)
        .Select(static property => $"{property.Key}={property.Value.Enumeration.First()}")
        .FirstOrDefault();

    private static string KindOf(JsonSchema alternative, SchemaTargets targets) => IsEnum(alternative, targets) ? Enum : alternative.Type switch
    {
        JsonObjectType.Array => "array",
        JsonObjectType.String => "string",
        JsonObjectType.Integer => "integer",
        JsonObjectType.Number => "number",
        JsonObjectType.Boolean => "boolean",
        _ => "object",
    };

    private static bool IsEnum(JsonSchema alternative, SchemaTargets targets) => alternative.Enumeration.Count > 0
        || OpenEnums.EnumOf(alternative.OneOf, targets) is not null
        || OpenEnums.EnumOf(alternative.AnyOf, targets) is not null;
}
