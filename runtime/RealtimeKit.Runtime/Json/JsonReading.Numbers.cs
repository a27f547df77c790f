using System.Buffers;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>Reads a boolean.</summary>
    public static bool Boolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => BooleanInText(ref reader),
    };

    /// <summary>Reads a 32-bit integer. <c>216787.0</c> and <c>2e3</c> are integers too, since JSON has only one type of number.</summary>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return NumberInText(ref reader, "an integer", Int32);
        }

        return reader.TryGetInt32(out int value) ? value : (int)Integer(ref reader, int.MinValue, int.MaxValue);
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return NumberInText(ref reader, "an integer", Int64);
        }

        return reader.TryGetInt64(out long value) ? value : (long)Integer(ref reader, long.MinValue, long.MaxValue);
    }

    /// <summary>Reads a 16-bit integer.</summary>
    public static short Int16(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number
            ? (short)Integer(ref reader, short.MinValue, short.MaxValue)
            : NumberInText(ref reader, "an integer", Int16);

    /// <summary>Reads an 8-bit integer.</summary>
    public static sbyte SByte(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number
            ? (sbyte)Integer(ref reader, sbyte.MinValue, sbyte.MaxValue)
            : NumberInText(ref reader, "an integer", SByte);

    /// <summary>Reads an unsigned 8-bit integer.</summary>
    public static byte Byte(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number ? (byte)Integer(ref reader, byte.MinValue, byte.MaxValue) : NumberInText(ref reader, "an integer", Byte);

    /// <summary>Reads an unsigned 16-bit integer.</summary>
    public static ushort UInt16(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number
            ? (ushort)Integer(ref reader, ushort.MinValue, ushort.MaxValue)
            : NumberInText(ref reader, "an integer", UInt16);

    /// <summary>Reads an unsigned 32-bit integer.</summary>
    public static uint UInt32(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number ? (uint)Integer(ref reader, uint.MinValue, uint.MaxValue) : NumberInText(ref reader, "an integer", UInt32);

    /// <summary>Reads an unsigned 64-bit integer.</summary>
    public static ulong UInt64(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number
            ? (ulong)Integer(ref reader, ulong.MinValue, ulong.MaxValue)
            : NumberInText(ref reader, "an integer", UInt64);

    /// <summary>Reads a double. Rejects a number outside its range, and an integer with more digits than a double can hold.</summary>
    public static double Double(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return NumberInText(ref reader, "a number", Double);
        }

        return ExactFloat.Require(LiteralText(ref reader), reader.GetDouble());
    }

    /// <summary>Reads a float. Rejects a number outside its range, and an integer with more digits than a float can hold.</summary>
    public static float Single(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return NumberInText(ref reader, "a number", Single);
        }

        return ExactFloat.Require(LiteralText(ref reader), reader.GetSingle());
    }

    /// <summary>Reads a decimal. Rejects a number that a decimal cannot hold exactly.</summary>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            return NumberInText(ref reader, "a number", Decimal);
        }

        return reader.TryGetDecimal(out decimal value)
            ? ExactDecimal.Require(LiteralText(ref reader), value)
            : throw new JsonException("The number is outside the range of a decimal.");
    }

    internal static ReadOnlySpan<byte> LiteralText(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    private static Int128 Integer(ref Utf8JsonReader reader, Int128 minimum, Int128 maximum)
    {
        ReadOnlySpan<byte> text = LiteralText(ref reader);
        return ExactInteger.Parse(text, out Int128 value) switch
        {
            ExactInteger.Outcome.Fraction => throw new JsonException("Expected an integer, found a number with a fraction."),
            ExactInteger.Outcome.Integer when value >= minimum && value <= maximum => value,
            _ => throw new JsonException($"The integer is not between {minimum} and {maximum}."),
        };
    }
}
