using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Reads the names and descriptions that a document gives to the values of an enum, in the extensions of several tools.</summary>
internal static class EnumNames
{
    /// <summary>The extensions that name values by their positions.</summary>
    public static readonly IReadOnlyList<string> Positional = ["x-enum-varnames", "x-enumNames"];

    /// <summary>The extensions that name an enum or its values.</summary>
    public static readonly IReadOnlyList<string> Extensions = [.. Positional, "x-ms-enum"];

    /// <summary>Returns whether the document names the enum or its values.</summary>
    public static bool AreGiven(JsonSchema actual) => Extensions.Any(name => actual.Extension(name) is not null);

    public static IEnumerable<(string Value, string? Name, string? Description)> ValuesOf(JsonSchema actual)
    {
        IList<object?>? names = actual.Extension("x-enum-varnames") as IList<object?> ?? actual.Extension("x-enumNames") as IList<object?>;
        Dictionary<string, (string? Name, string? Description)> given = MicrosoftEnum(actual);
        int index = 0;
        foreach (object? value in actual.Enumeration)
        {
            string text = value is string known ? known : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            given.TryGetValue(text, out (string? Name, string? Description) own);
            string? name = own.Name ?? (names is not null && index < names.Count ? names[index] as string : null);
            yield return (text, name is { Length: > 0 } ? Identifier.Pascal(name) : null, own.Description ?? EnumDescriptions.Of(actual, text, index));
            index++;
        }
    }

    /// <summary>Reads <c>x-ms-enum: {values: [{value, name, description}]}</c>.</summary>
    private static Dictionary<string, (string? Name, string? Description)> MicrosoftEnum(JsonSchema actual)
    {
        Dictionary<string, (string? Name, string? Description)> result = new(StringComparer.Ordinal);
        if (actual.Extension("x-ms-enum") is not IDictionary<string, object?> options
            || !options.TryGetValue("values", out object? listed)
            || listed is not IList<object?> values)
        {
            return result;
        }

        foreach (IDictionary<string, object?> value in values.OfType<IDictionary<string, object?>>())
        {
            if (value.TryGetValue("value", out object? wire) && wire is not null)
            {
                result[Convert.ToString(wire, CultureInfo.InvariantCulture) ?? ""] = (Text(value, "name"), Text(value, "description"));
            }
        }

        return result;

        static string? Text(IDictionary<string, object?> value, string key) => value.TryGetValue(key, out object? text) ? text as string : null;
    }
}
