using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Reads a number as a decimal only if the decimal is exactly that number. The parsers of .NET round a number that has
/// more digits than a decimal can hold, and read a number that is too small as zero.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>The length up to which every number without an exponent fits.</summary>
    private const int AlwaysFits = 28;

    /// <summary>The maximum number of significant digits of a decimal.</summary>
    private const int MaximumDigits = 29;

    /// <summary>Returns a parsed number if it is exact.</summary>
    /// <param name="text">The text of the number: digits, optionally with a sign, a decimal point and an exponent.</param>
    /// <param name="value">The decimal that .NET parsed from the text.</param>
    /// <exception cref="JsonException">The decimal differs from the number in the text.</exception>
    public static decimal Require(ReadOnlySpan<byte> text, decimal value)
    {
        if (IsSame(text, value))
        {
            return value;
        }

        // The number is left out of the message, since it may be a secret. The JSON path tells where it is.
        throw new JsonException("The number does not fit into a decimal without being rounded.");
    }

    /// <summary>Parses text. Returns false for text that is not a number, and for a number that a decimal cannot hold exactly.</summary>
    public static bool TryParse(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value);

    private static bool IsSame(ReadOnlySpan<byte> text, decimal value)
    {
        if (text.Length <= AlwaysFits && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        NumberDigits read = NumberDigits.Read(text);
        if (read.Count > MaximumDigits)
        {
            return false;
        }

        (UInt128 held, long heldExponent) = Normalize(value);
        return read.Value == held && (held == 0 || read.Exponent == heldExponent);
    }

    /// <summary>Gets the significant digits without the zeros at the end, and the power of ten of the last digit.</summary>
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
