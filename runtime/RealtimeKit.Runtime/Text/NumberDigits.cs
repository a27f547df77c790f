namespace RealtimeKit.Runtime.Text;

/// <summary>The significant digits of a number, without the zeros at either end.</summary>
/// <param name="Value">The digits as an integer. Valid only if <paramref name="Count"/> is at most <see cref="MaximumCount"/>.</param>
/// <param name="Count">The number of digits; 0 for zero.</param>
/// <param name="Exponent">The power of ten of the last digit.</param>
internal readonly record struct NumberDigits(UInt128 Value, long Count, long Exponent)
{
    /// <summary>The maximum number of digits that <see cref="Value"/> can hold.</summary>
    public const int MaximumCount = 38;

    /// <summary>Reads the digits of a number.</summary>
    /// <param name="text">A valid number: digits, optionally with a sign, a decimal point and an exponent.</param>
    public static NumberDigits Read(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny((byte)'e', (byte)'E');
        long exponent = end < 0 ? 0 : ReadExponent(text[(end + 1)..]);
        UInt128 value = 0;
        long count = 0;
        long zeros = 0;
        bool isFraction = false;
        foreach (byte character in end < 0 ? text : text[..end])
        {
            if (character == (byte)'.')
            {
                isFraction = true;
            }

            if (character is < (byte)'0' or > (byte)'9')
            {
                continue;
            }

            exponent -= isFraction ? 1 : 0;
            if (character == (byte)'0')
            {
                zeros++;
                continue;
            }

            // Zeros count only between two other digits.
            long places = count == 0 ? 1 : zeros + 1;
            count += places;
            zeros = 0;
            if (count <= MaximumCount)
            {
                value = Shift(value, places) + (UInt128)(character - '0');
            }
        }

        return new NumberDigits(value, count, exponent + zeros);
    }

    /// <summary>Multiplies a value by a power of ten.</summary>
    public static UInt128 Shift(UInt128 value, long places)
    {
        for (; places > 0; places--)
        {
            value *= 10;
        }

        return value;
    }

    private static long ReadExponent(ReadOnlySpan<byte> text)
    {
        bool isNegative = text[0] == (byte)'-';
        long exponent = 0;
        foreach (byte digit in text[0] is (byte)'-' or (byte)'+' ? text[1..] : text)
        {
            // Beyond a billion the result no longer changes. Stopping there keeps the sum in range.
            exponent = Math.Min(1_000_000_000, (exponent * 10) + (digit - '0'));
        }

        return isNegative ? -exponent : exponent;
    }
}
