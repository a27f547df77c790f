using NJsonSchema;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>The vendor extensions that are understood. The table of <c>generator/README.md</c>.</summary>
internal static class SchemaExtensions
{
    public const string ClientName = "x-ms-client-name";
    public const string TypeName = "x-type-name";
    public const string ParameterLocation = "x-ms-parameter-location";

    public static object? Extension(this JsonSchema schema, string name) => Extension(schema.ExtensionData, name);

    public static object? Extension(IDictionary<string, object?>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out object? value) ? value : null;

    public static string? TextExtension(this JsonSchema schema, string name) => schema.Extension(name) as string;

    /// <summary>Whether only records that extend the schema's can be made.</summary>
    public static bool IsAbstract(this JsonSchema schema) => schema.Extension("x-abstract") is true;

    /// <summary>The name that the author gives the type of a schema.</summary>
    public static string? GivenTypeName(this JsonSchema schema)
    {
        string? name = schema.TextExtension(TypeName)
            ?? Extension(schema.Extension("x-ms-enum") as IDictionary<string, object?>, "name") as string;
        return name is { Length: > 0 } ? Identifier.Pascal(name) : null;
    }

    public static string? GivenMemberName(this JsonSchema schema) =>
        schema.TextExtension(ClientName) is { Length: > 0 } name ? Identifier.Pascal(name) : null;
}
