using System.Reflection;
using NJsonSchema;
using NSwag;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Examples of what the generator must not do. The test reads this code but does not run it.</summary>
internal static class ForeignReflectionSamples
{
    public static string Prints(OpenApiParameterKind kind) => kind.ToString();

    public static string? PrintsWhatMayBeNull(OpenApiParameterKind? kind) => kind.ToString();

    public static string Interpolates(OpenApiParameterKind kind) => $"in {kind}";

    public static string Concatenates(JsonObjectType type, object other) => type + "|" + other;

    public static string Joins(IEnumerable<JsonObjectType> types) => string.Join(",", types);

    public static bool AsksForAFlag(JsonObjectType type) => type.HasFlag(JsonObjectType.Null);

    public static bool Parses(string text) => Enum.TryParse(text, out OpenApiParameterKind _);

    public static bool AsksWhetherItIsDefined(int value) => Enum.IsDefined(typeof(OpenApiParameterKind), value);

    public static object? LooksForAttributes() => typeof(OpenApiOperation).GetCustomAttribute<ObsoleteAttribute>();

    public static object LooksForAnAttributeOfAnObject(object node) => Attribute.GetCustomAttributes(node.GetType());

    public static object ListsProperties(JsonSchema schema) => schema.GetType().GetProperties();
}
