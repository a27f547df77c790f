using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Reads a number as a decimal only where the decimal is that very number. The platform's own parsers round what has
/// more digits than a decimal holds, and make zero of what is too small.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>Below this many characters, and without an exponent, a number always fits.</summary>
    private const int AlwaysFits = 28;

    /// <summary>No decimal has more significant digits.</summary>
    private const int MaximumDigits = 29;

    /// <summary>Checks a number that has been parsed.</summary>
    /// <param name="text">The number as it was written: digits, perhaps with a sign, a point and an exponent.</param>
    /// <param name="value">What the platform made of it.</param>
    /// <exception cref="JsonException">The decimal is another number.</exception>
    public static decimal Require(ReadOnlySpan<byte> text, decimal value)
    {
        if (IsSame(text, value))
        {
            return value;
        }

        // The path of the JSON names the place. The number itself may be a secret.
        throw new JsonException("The number does not fit into a decimal without being rounded.");
    }

    /// <summary>Parses text; false for text that is no number, and for a number that a decimal cannot hold exactly.</summary>
    public static bool TryParse(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value);

    private static bool IsSame(ReadOnlySpan<byte> text, decimal value)
    {
        if (text.Length <= AlwaysFits && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        if (!TryNormalize(text, out UInt128 digits, out long exponent))
        {
            return false;
        }

        (UInt128 held, long heldExponent) = Normalize(value);
        return digits == held && (digits == 0 || exponent == heldExponent);
    }

    /// <summary>The significant digits, without zeros at either end, and the power of ten by which they count.</summary>
    private static bool TryNormalize(ReadOnlySpan<byte> text, out UInt128 digits, out long exponent)
    {
        digits = 0;
        int end = text.IndexOfAny((byte)'e', (byte)'E');
        exponent = end < 0 ? 0 : ExactInteger.Exponent(text[end..]);
        int count = 0;
        int zeros = 0;
        bool isFraction = false;
        foreach (byte character in end < 0 ? text : text[..end])
        {
            if (character == (byte)'.')
            {
                isFraction = true;
                continue;
            }

            if (character is (byte)'-' or (byte)'+')
            {
                continue;
            }

            exponent -= isFraction ? 1 : 0;
            zeros++;
            if (character == (byte)'0')
            {
                continue;
            }

            // Zeros count once a digit follows them, and only behind another digit.
            int places = count == 0 ? 1 : zeros;
            count += places;
            if (count > MaximumDigits)
            {
                return false;
            }

            for (; places > 0; places--)
            {
                digits *= 10;
            }

            digits += (UInt128)(character - '0');
            zeros = 0;
        }

        exponent += zeros;
        return true;
    }

    private static (UInt128 Digits, long Exponent) Normalize(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        UInt128 digits = new((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        long exponent = -((bits[3] >> 16) & 0xFF);
        while (digits != 0 && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return (digits, exponent);
    }
}
