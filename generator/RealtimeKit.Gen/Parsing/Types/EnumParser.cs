using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Decides which enums become C# enums: those of strings or integers. Other values, such as fractions and objects, keep their
/// plain type.
/// </summary>
internal sealed class EnumParser(DraftRegistry registry, SchemaIndex index, DiagnosticBag diagnostics)
{
    public TypeRef Parse(JsonSchema actual, string hint)
    {
        object?[] values = actual.Enumeration.ToArray();
        bool isText = values.All(static value => value is string);
        bool isNumeric = values.All(static value => value is long);
        if (isText && IsMoment(actual))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), "enum", "dates and times are not usable as names of enum members");
            return PrimitiveTypes.Of(JsonObjectType.String, actual.Format);
        }

        bool isTyped = actual.Type switch
        {
            JsonObjectType.None => isText || isNumeric,
            JsonObjectType.String => isText,
            JsonObjectType.Integer => isNumeric,
            _ => false,
        };
        return isTyped
                ? registry.Declare(actual, hint, TypeShape.Enum, name => Create(name, actual, isNumeric), shared => Merge(shared, actual))
            : values.All(static value => value is bool) ? TypeRef.Of(PrimitiveKind.Boolean)
            : PlainOf(actual, values);
    }

    /// <summary>Returns the plain type of values that no C# enum can have.</summary>
    private TypeRef PlainOf(JsonSchema actual, object?[] values)
    {
        JsonObjectType type = actual.Type != JsonObjectType.None ? actual.Type
            : values.All(static value => value is string) ? JsonObjectType.String
            : values.All(static value => value is long) ? JsonObjectType.Integer
            : values.All(static value => value is long or decimal or double) ? JsonObjectType.Number
            : JsonObjectType.None;
        bool isConstant = values.Length == 1 && index.TraitsOf(actual).IsConstant;
        if (type is JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean)
        {
            if (values.All(value => value is null || IsOf(value, type)))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), "enum", "a C# enum cannot have fractions");
            }
            else
            {
                diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(actual), "The enum has values that are not of the schema's type");
            }
        }
        else if (type is JsonObjectType.None or JsonObjectType.Object or JsonObjectType.Array && !isConstant)
        {
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(actual), "The values of the enum are of several types");
        }

        return PrimitiveTypes.Of(type, actual.Format);
    }

    private static bool IsOf(object value, JsonObjectType type) => type switch
    {
        JsonObjectType.Boolean => value is bool,
        JsonObjectType.Integer => value is long
            || (value is decimal whole && whole == decimal.Truncate(whole))
            || (value is double number && number == Math.Floor(number)),
        _ => value is long or decimal or double,
    };

    /// <summary>Returns whether the values are dates, such as <c>2020-01-31</c>, without given names.</summary>
    private static bool IsMoment(JsonSchema actual) => actual.Format is "date" or "date-time"
        && actual.Extension("x-enum-varnames") is null && actual.Extension("x-enumNames") is null && actual.Extension("x-ms-enum") is null;

    /// <summary>Adds the values of another schema with the name of a known enum.</summary>
    private static void Merge(TypeDraft shared, JsonSchema actual)
    {
        if (shared is not EnumDraft draft)
        {
            return;
        }

        foreach ((string Value, string? Name, string? Description) value in Values(actual))
        {
            if (!draft.Values.Any(known => known.Value == value.Value))
            {
                draft.Values.Add(value);
            }
        }
    }

    private EnumDraft Create(string name, JsonSchema actual, bool isNumeric)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        (string Value, string? Name, string? Description)[] values = Values(actual).Where(value => seen.Add(value.Value)).ToArray();
        EnumDraft draft = new(name, actual, isNumeric)
        {
            AreFlags = FlagsRule.AreFlags(actual, isNumeric, Array.TrueForAll(values, static value => value.Name is not null)),
            IsInText = isNumeric && index.TraitsOf(actual).InText != NumberText.None,
        };
        draft.Values.AddRange(values);
        return draft;
    }

    private static IEnumerable<(string Value, string? Name, string? Description)> Values(JsonSchema actual)
    {
        IList<object?>? names = actual.Extension("x-enum-varnames") as IList<object?> ?? actual.Extension("x-enumNames") as IList<object?>;
        IList<object?>? descriptions = actual.Extension("x-enum-descriptions") as IList<object?> ?? actual.Extension("x-enumDescriptions") as IList<object?>;
        Dictionary<string, (string? Name, string? Description)> given = MicrosoftEnum(actual);
        int index = 0;
        foreach (object? value in actual.Enumeration)
        {
            string text = value is string known ? known : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            given.TryGetValue(text, out (string? Name, string? Description) own);
            string? name = own.Name ?? (names is not null && index < names.Count ? names[index] as string : null);
            string? description = own.Description ?? (descriptions is not null && index < descriptions.Count ? descriptions[index] as string : null);
            yield return (text, name is { Length: > 0 } ? Identifier.Pascal(name) : null, description);
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
