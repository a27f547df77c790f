using System.Globalization;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Converts a value of a document to a constant of a type that the runtime itself reads and writes.</summary>
internal static class PrimitiveConstants
{
    /// <summary>The longest text that is emitted as a default. It is repeated wherever the schema is referenced.</summary>
    public const int LongestText = 1000;

    /// <summary>Returns the constant as the model carries it, or null if the value is not emitted as a constant.</summary>
    public static string? Of(object value, TypeRef type) => type.Kind is not { } kind ? null
        : kind.IsFormat() ? value is string { Length: <= LongestText } text ? FormatConstants.Of(text, kind) : null
        : OfPlain(Plain(FromText(value, type), kind), type);

    /// <summary>
    /// Returns whether a value is one of the type. The check accepts what the readers of the runtime accept. A type of the project
    /// parses its text itself.
    /// </summary>
    public static bool IsValue(object value, TypeRef type) => type.Kind switch
    {
        null => type.IsNumber && FromText(value, type) is long or decimal or double || !type.IsNumber && value is string,
        PrimitiveKind.Element => true,
        PrimitiveKind.String or PrimitiveKind.Sensitive => value is string text && !LoneSurrogates.AreIn(text),
        { } kind when kind.IsFormat() => value is string formatted && FormatConstants.IsValue(formatted, kind),
        _ => Of(value, type) is not null,
    };

    /// <summary>Returns the value as a type of that kind has it: a whole number as an integer.</summary>
    public static object Plain(object value, PrimitiveKind kind) => kind.IsInteger() ? PlainValue.Whole(value) : value;

    /// <summary>Returns the number that a text contains, or the text.</summary>
    public static object NumberOf(string text) => PlainValue.OfNumber(text);

    private static object FromText(object value, TypeRef type) => type.InText != NumberText.None && value is string text ? NumberOf(text) : value;

    private static string? OfPlain(object value, TypeRef type) => (type.Kind, value) switch
    {
        (PrimitiveKind.String, string { Length: <= LongestText } text) when !LoneSurrogates.AreIn(text) => text,
        (PrimitiveKind.Boolean, bool flag) => flag ? "true" : "false",
        (PrimitiveKind.Boolean, "true" or "false") => (string)value,
        (PrimitiveKind.SByte, long and >= sbyte.MinValue and <= sbyte.MaxValue) => Integer(value),
        (PrimitiveKind.UInt16, long and >= ushort.MinValue and <= ushort.MaxValue) => Integer(value),
        (PrimitiveKind.Byte, long and >= byte.MinValue and <= byte.MaxValue) => Integer(value),
        (PrimitiveKind.Int16, long and >= short.MinValue and <= short.MaxValue) => Integer(value),
        (PrimitiveKind.Int32, long and >= int.MinValue and <= int.MaxValue) => Integer(value),
        (PrimitiveKind.UInt32, long and >= uint.MinValue and <= uint.MaxValue) => Integer(value),
        (PrimitiveKind.Int64, long) => Integer(value),
        (PrimitiveKind.UInt64, long and >= 0) => Integer(value),
        (PrimitiveKind.UInt64, decimal number) when number == decimal.Truncate(number) && number is >= 0 and <= ulong.MaxValue =>
            decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture),
        (PrimitiveKind.Double, double) => Float(value),
        // The shortest text of the largest float is a slightly larger double.
        (PrimitiveKind.Single, double) when !float.IsInfinity((float)(double)value) => Float(value),
        (PrimitiveKind.Double or PrimitiveKind.Single, "NaN" or "Infinity" or "-Infinity") when type.InText == NumberText.Names => (string)value,
        (PrimitiveKind.Double or PrimitiveKind.Single or PrimitiveKind.Decimal, long or decimal) => Number(value),
        _ => null,
    };

    private static string Integer(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static string Float(object value) => ((double)value).ToString("R", CultureInfo.InvariantCulture);

    private static string Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
