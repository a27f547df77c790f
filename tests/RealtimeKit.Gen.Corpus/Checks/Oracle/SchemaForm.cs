using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>A schema in one normal form: nullability apart from the types, and a constant as an enum of one value.</summary>
internal static class SchemaForm
{
    public static JsonSchema Follow(JsonSchema schema, out int steps)
    {
        // ActualSchema would also replace an allOf or oneOf of one schema, which the comparison does itself.
        var seen = new HashSet<JsonSchema>(ReferenceEqualityComparer.Instance);
        while (schema.Reference is { } target && seen.Add(schema))
        {
            schema = target;
        }

        steps = seen.Count;
        return schema;
    }

    public static JsonObjectType TypesOf(JsonSchema schema)
    {
        JsonObjectType types = schema.Type & ~JsonObjectType.Null;
        return types.HasFlag(JsonObjectType.File) ? (types & ~JsonObjectType.File) | JsonObjectType.String : types;
    }

    public static bool IsNullable(JsonSchema schema) =>
        schema.IsNullableRaw == true
        || schema.Type.HasFlag(JsonObjectType.Null)
        || Extension(schema, "x-nullable") is true
        || schema.Enumeration.Any(static value => value is null)
        || schema.OneOf.Concat(schema.AnyOf).Any(IsNullAlone);

    /// <summary>Gets a value indicating whether the schema is nullable by a keyword that NSwag does not read in this version.</summary>
    public static bool SaysNullable(JsonSchema schema) => Extension(schema, "nullable") is true;

    public static bool IsDynamicReference(JsonSchema schema) => Extension(schema, "$dynamicRef") is not null;

    /// <summary>Returns whether an alternative allows null and nothing else.</summary>
    public static bool IsNullAlone(JsonSchema schema) => schema.Reference is null
        && (schema.Type == JsonObjectType.Null || (schema.Enumeration.Count == 1 && schema.Enumeration.Single() is null));

    public static IReadOnlyList<JsonSchema> Branches(IEnumerable<JsonSchema> branches) => branches.Where(static branch => !IsNullAlone(branch)).ToArray();

    public static IReadOnlyList<string> EnumValues(JsonSchema schema)
    {
        IEnumerable<object?> values = schema.Enumeration;
        if (!values.Any() && schema.ExtensionData is { } extensions && extensions.TryGetValue("const", out object? constant))
        {
            values = [constant];
        }

        return values.Where(static value => value is not null).Select(Text).Order(StringComparer.Ordinal).ToArray();
    }

    private static object? Extension(JsonSchema schema, string key) => schema.ExtensionData is { } extensions
        && extensions.TryGetValue(key, out object? value) ? value : null;

    private static string Text(object? value) => value switch
    {
        JValue scalar => Text(scalar.Value),
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number when Math.Abs(number) < 1e27 => Text((decimal)number),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, JToken?>> fields => Text(fields.Select(static field => KeyValuePair.Create(field.Key, (object?)field.Value))),
        IEnumerable<KeyValuePair<string, object?>> fields =>
            $"{{{string.Join(",", fields.OrderBy(static field => field.Key, StringComparer.Ordinal).Select(static field => $"{field.Key}:{Text(field.Value)}"))}}}",
        System.Collections.IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
