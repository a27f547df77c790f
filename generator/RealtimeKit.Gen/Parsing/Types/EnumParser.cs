using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Decides which enums become C# enums: those of several strings or integers. A single value, and other values such as fractions
/// and objects, keep their plain type.
/// </summary>
internal sealed class EnumParser(DraftRegistry registry, ScalarTypes scalars, SchemaIndex index, DiagnosticBag diagnostics)
{
    private const string NotOfType = "The enum has values that are not of the schema's type";

    public TypeRef Parse(JsonSchema actual, string hint)
    {
        if (SingleValues.TypeOf(actual, index.TraitsOf(actual)) is { } single)
        {
            if (!SingleValues.Fits(actual, single))
            {
                diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(actual), NotOfType);
            }

            return single;
        }

        object?[] values = actual.Enumeration.ToArray();
        bool isText = values.All(static value => value is string);
        bool isNumeric = values.All(static value => value is long);
        if (isText && IsMoment(actual))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), "enum", "dates and times are not usable as names of enum members");
            return scalars.Of(actual);
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

    /// <summary>Returns whether a value is null or an unsigned integer of 64 bits.</summary>
    private static bool IsUnsigned(object? value) => value is null or (long and >= 0) or (decimal and >= 0 and <= ulong.MaxValue);

    /// <summary>Returns the plain type of values that no C# enum can have.</summary>
    private TypeRef PlainOf(JsonSchema actual, object?[] values)
    {
        JsonObjectType type = actual.Type != JsonObjectType.None ? actual.Type
            : values.All(static value => value is string) ? JsonObjectType.String
            : values.All(static value => value is long) ? JsonObjectType.Integer
            : values.All(static value => value is long or decimal or double) ? JsonObjectType.Number
            : JsonObjectType.None;
        if (type is JsonObjectType.Integer or JsonObjectType.Number or JsonObjectType.Boolean or JsonObjectType.String)
        {
            if (values.All(value => value is null || IsOf(value, type)))
            {
                bool areIntegers = values.All(static value => value is null || IsOf(value, JsonObjectType.Integer));
                string why = !areIntegers ? "a C# enum cannot have fractions"
                    : values.All(static value => value is null or long) ? "the type is number, and a C# enum cannot have a fraction that another version adds"
                    : "a C# enum cannot have integers of more than 64 bits";
                diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), "enum", why);
                if (areIntegers && actual.Format is not { Length: > 0 } && values.All(IsUnsigned))
                {
                    return TypeRef.Of(PrimitiveKind.UInt64);
                }
            }
            else
            {
                diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(actual), NotOfType);
            }
        }
        else if (type is JsonObjectType.None or JsonObjectType.Object or JsonObjectType.Array && values.Any(static value => value is not null))
        {
            string why = values.Length == 1 ? "The only value is an object or a list" : "The values of the enum have several types";
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(actual), why);
        }

        return PrimitiveTypes.Of(type, actual.Format);
    }

    private static bool IsOf(object value, JsonObjectType type) => type switch
    {
        JsonObjectType.Boolean => value is bool,
        JsonObjectType.String => value is string,
        JsonObjectType.Integer => value is long
            || (value is decimal whole && whole == decimal.Truncate(whole))
            || (value is double number && number == Math.Floor(number)),
        _ => value is long or decimal or double,
    };

    /// <summary>Returns whether the values are dates, such as <c>2020-01-31</c>, without given names.</summary>
    private static bool IsMoment(JsonSchema actual) => actual.Format is "date" or "date-time" && !EnumNames.AreGiven(actual);

    /// <summary>Adds the values of another schema with the name of a known enum.</summary>
    private static void Merge(TypeDraft shared, JsonSchema actual)
    {
        if (shared is not EnumDraft draft)
        {
            return;
        }

        foreach ((string Value, string? Name, string? Description) value in EnumNames.ValuesOf(actual))
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
        (string Value, string? Name, string? Description)[] values = EnumNames.ValuesOf(actual).Where(value => seen.Add(value.Value)).ToArray();
        EnumDraft draft = new(name, actual, isNumeric)
        {
            AreFlags = FlagsRule.AreFlags(actual, isNumeric, Array.TrueForAll(values, static value => value.Name is not null)),
            IsInText = isNumeric && index.TraitsOf(actual).InText != NumberText.None,
        };
        draft.Values.AddRange(values);
        return draft;
    }
}
