using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Tells the alternatives of a schema apart by what they are, so that a new alternative does not change the place of another. The
/// title comes first, then a property with a constant, then the required properties, then the kind of JSON.
/// </summary>
internal static class AlternativeNames
{
    private const int MostNames = 8;

    /// <summary>A reference has no schema of its own, and must not be counted among those that have.</summary>
    private const string Reference = "$ref";

    public static IEnumerable<(JsonSchema Alternative, string Name)> Of(IEnumerable<JsonSchema> alternatives)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (JsonSchema alternative in alternatives)
        {
            string name = NameOf(alternative);
            counts.TryGetValue(name, out int count);
            counts[name] = ++count;
            yield return (alternative, count == 1 ? name : $"{name}+{count}");
        }
    }

    private static string NameOf(JsonSchema alternative) =>
        alternative.Reference is not null ? Reference
        : alternative.Title is { Length: > 0 } title ? title
        : ConstantOf(alternative) is { } constant ? constant
        : alternative.RequiredProperties.Count > 0
            ? string.Join(",", alternative.RequiredProperties.OrderBy(static name => name, StringComparer.Ordinal).Take(MostNames))
        : KindOf(alternative);

    private static string? ConstantOf(JsonSchema alternative) => alternative.Properties
        .Where(static property => property.Value.Enumeration.Count == 1 && property.Value.Enumeration.First() is string or long)
        .OrderBy(static property => property.Key, StringComparer.Ordinal)
        .Select(static property => $"{property.Key}={property.Value.Enumeration.First()}")
        .FirstOrDefault();

    private static string KindOf(JsonSchema alternative) => alternative.Type switch
    {
        JsonObjectType.Array => "array",
        JsonObjectType.String => "string",
        JsonObjectType.Integer => "integer",
        JsonObjectType.Number => "number",
        JsonObjectType.Boolean => "boolean",
        _ => "object",
    };
}
