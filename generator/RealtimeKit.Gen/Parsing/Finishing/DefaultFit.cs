using System.Globalization;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Checks whether a default is a value of its schema's type.</summary>
internal static class DefaultFit
{
    private const string AlphabetsOfBytes = "+/-_=";

    public static bool IsValue(object? value, TypeRef type, ConstantParser constants) => (type.Shape, value) switch
    {
        (_, null) => true,
        (TypeShape.List, IList<object?> items) => items.All(item => IsValue(item, type.Element!, constants)),
        (TypeShape.Map, IDictionary<string, object?> members) => members.Values.All(member => IsValue(member, type.Element!, constants)),
        (TypeShape.Object, _) => value is IDictionary<string, object?>,
        (TypeShape.List or TypeShape.Map, _) => false,
        (TypeShape.Tuple, _) => value is IList<object?>,
        (TypeShape.Primitive, _) => IsPrimitive(value, type, constants),
        (TypeShape.Enum or TypeShape.OpenEnum, _) => constants.Parse(value, type) is not null,
        _ => true,
    };

    private static bool IsPrimitive(object value, TypeRef type, ConstantParser constants) => type.Kind switch
    {
        PrimitiveKind.Element or PrimitiveKind.Sensitive => true,
        PrimitiveKind.String when value is string => true,
        { } kind when kind.IsFormat() => value is string text && IsText(text, kind),
        _ => constants.Parse(value, type) is not null,
    };

    /// <summary>Returns whether a text is a value of the format. The check accepts what the readers of the runtime accept.</summary>
    private static bool IsText(string text, PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Guid => Guid.TryParse(text, out _),
        PrimitiveKind.DateTimeOffset => IsInstant(text),
        PrimitiveKind.DateOnly => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        PrimitiveKind.TimeOnly => IsInstant("2000-01-01T" + text),
        PrimitiveKind.TimeSpan or PrimitiveKind.Duration => text.TrimStart('-', '+').StartsWith("P", StringComparison.Ordinal)
            || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
        PrimitiveKind.Uri => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        PrimitiveKind.Bytes => text.All(static c => c < 0x80 && (char.IsLetterOrDigit(c) || AlphabetsOfBytes.IndexOf(c) >= 0)),
        _ => true,
    };

    /// <summary>Returns whether a text is an instant with a year. A time alone would depend on the current date.</summary>
    private static bool IsInstant(string text) =>
        text.IndexOf('-') == 4 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
