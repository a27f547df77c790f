using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Reads the descriptions that a document gives to the values of an enum. NSwag and OpenAPI Generator write a list by position, and Redocly
/// reads a mapping by value.
/// </summary>
internal static class EnumDescriptions
{
    private static readonly string[] _extensions = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>Returns the description of a value, or null if there is none.</summary>
    public static string? Of(JsonSchema actual, string value, int position) =>
        _extensions.Select(name => In(actual.Extension(name), value, position)).FirstOrDefault(static description => description is { Length: > 0 });

    private static string? In(object? given, string value, int position) => given switch
    {
        IDictionary<string, object?> byValue => byValue.TryGetValue(value, out object? description) ? description as string : null,
        IList<object?> byPosition => position < byPosition.Count ? byPosition[position] as string : null,
        _ => null,
    };
}
