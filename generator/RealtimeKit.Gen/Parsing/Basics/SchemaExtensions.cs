using NJsonSchema;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Reads the vendor extensions that are listed in <c>generator/README.md</c>.</summary>
internal static class SchemaExtensions
{
    public const string ClientName = "x-ms-client-name";
    public const string TypeName = "x-type-name";
    public const string DotNetType = "x-dotnet-type";
    public const string ParameterLocation = "x-ms-parameter-location";

    public static object? Extension(this JsonSchema schema, string name) => Extension(schema.ExtensionData, name);

    public static object? Extension(IDictionary<string, object?>? extensions, string name) =>
        extensions is not null && extensions.TryGetValue(name, out object? value) ? value : null;

    public static string? TextExtension(this JsonSchema schema, string name) => schema.Extension(name) as string;

    public static bool? Flag(this JsonSchema schema, string name) => Flag(schema.ExtensionData, name);

    /// <summary>Returns an extension that is true or false, also as text. Other values are reported when the keys are checked.</summary>
    public static bool? Flag(IDictionary<string, object?>? extensions, string name) => Extension(extensions, name) switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out bool flag) => flag,
        _ => null,
    };

    /// <summary>Returns whether only types that extend the schema's type can be created.</summary>
    public static bool IsAbstract(this JsonSchema schema) => schema.Flag("x-abstract") is true;

    /// <summary>Returns the C# name that an extension gives the type of a schema, or null.</summary>
    public static string? GivenTypeName(this JsonSchema schema)
    {
        string? name = schema.TextExtension(TypeName)
            ?? Extension(schema.Extension("x-ms-enum") as IDictionary<string, object?>, "name") as string;
        return name is { Length: > 0 } ? Identifier.Pascal(name) : null;
    }

    /// <summary>Returns the .NET type that a schema names, or the nearest to which it refers, or null.</summary>
    public static string? GivenDotNetType(this JsonSchema schema) => ReferenceChain.Nearest(schema, static link => link.TextExtension(DotNetType));

    public static string? GivenMemberName(this JsonSchema schema) =>
        schema.TextExtension(ClientName) is { Length: > 0 } name ? Identifier.Pascal(name) : null;
}
