using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads numbers that may also be written as strings: <c>5</c> and <c>"5"</c> are the same value. ASP.NET Core describes every
/// number in this way unless it is configured to be strict.
/// </summary>
public static partial class JsonReading
{
    /// <summary>Reads a 32-bit integer from a number or a string.</summary>
    public static int Int32OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, Int32) : Int32(ref reader);

    /// <summary>Reads a 64-bit integer from a number or a string.</summary>
    public static long Int64OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, Int64) : Int64(ref reader);

    /// <summary>Reads a 16-bit integer from a number or a string.</summary>
    public static short Int16OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, Int16) : Int16(ref reader);

    /// <summary>Reads an 8-bit integer from a number or a string.</summary>
    public static sbyte SByteOrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, SByte) : SByte(ref reader);

    /// <summary>Reads an unsigned 8-bit integer from a number or a string.</summary>
    public static byte ByteOrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, Byte) : Byte(ref reader);

    /// <summary>Reads an unsigned 16-bit integer from a number or a string.</summary>
    public static ushort UInt16OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, UInt16) : UInt16(ref reader);

    /// <summary>Reads an unsigned 32-bit integer from a number or a string.</summary>
    public static uint UInt32OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, UInt32) : UInt32(ref reader);

    /// <summary>Reads an unsigned 64-bit integer from a number or a string.</summary>
    public static ulong UInt64OrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, UInt64) : UInt64(ref reader);

    /// <summary>Reads a double from a number or a string. Accepts <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.</summary>
    public static double DoubleOrText(ref Utf8JsonReader reader)
    {
        if (!IsText(ref reader))
        {
            return Double(ref reader);
        }

        return Named(ref reader) ?? InText(ref reader, Double);
    }

    /// <summary>Reads a float from a number or a string. Accepts <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c>.</summary>
    public static float SingleOrText(ref Utf8JsonReader reader)
    {
        if (!IsText(ref reader))
        {
            return Single(ref reader);
        }

        return (float?)Named(ref reader) ?? InText(ref reader, Single);
    }

    /// <summary>Returns NaN or an infinity if the string names it, or null for other text.</summary>
    private static double? Named(ref Utf8JsonReader reader)
        => reader.ValueTextEquals("NaN"u8) ? double.NaN
            : reader.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity
            : reader.ValueTextEquals("-Infinity"u8) ? double.NegativeInfinity
            : null;

    /// <summary>Reads a decimal from a number or a string.</summary>
    public static decimal DecimalOrText(ref Utf8JsonReader reader) => IsText(ref reader) ? InText(ref reader, Decimal) : Decimal(ref reader);

    private static bool IsText(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String;

    /// <summary>Reads a string as the JSON number that it would be without quotes.</summary>
    private static T InText<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        ReadOnlySpan<byte> text = Plain(Utf8(ref reader));
        var number = new Utf8JsonReader(text);
        return IsWholeNumber(ref number, text.Length)
            ? read(ref number)
            : throw new JsonException("Expected a number, or a number in a string, found other text.");
    }

    /// <summary>Removes a plus sign, leading zeros and a point at the end, and adds the zero before a point, as JSON requires of a number.</summary>
    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> text)
    {
        bool isNegative = text.Length > 0 && text[0] == (byte)'-';
        ReadOnlySpan<byte> digits = isNegative || (text.Length > 1 && text[0] == (byte)'+') ? text[1..] : text;
        while (IsDigit(digits, 1) && digits[0] == (byte)'0')
        {
            digits = digits[1..];
        }

        if (digits.EndsWith("."u8) && IsDigit(digits, digits.Length - 2))
        {
            digits = digits[..^1];
        }

        bool isZeroMissing = digits.StartsWith("."u8) && IsDigit(digits, 1);
        return (isNegative, isZeroMissing) switch
        {
            (false, false) => digits,
            (true, false) when digits.Length == text.Length - 1 => text,
            _ => (byte[])[.. isNegative ? "-"u8 : [], .. isZeroMissing ? "0"u8 : [], .. digits],
        };
    }

    private static bool IsDigit(ReadOnlySpan<byte> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit((char)text[at]);
}
