namespace RealtimeKit.Runtime.Text;

/// <summary>Reads a JSON number as an integer exactly, without passing through a float that would round it.</summary>
internal static class ExactInteger
{
    // 2^64 has 20 digits; whatever has more is out of every range asked for.
    private const int MaximumDigits = 20;

    internal enum Outcome
    {
        Integer,
        Fraction,
        TooLarge,
    }

    /// <summary>Parses text that already is a valid JSON number.</summary>
    public static Outcome Parse(ReadOnlySpan<byte> text, out Int128 value)
    {
        value = 0;
        int position = 0;
        bool negative = text[0] == (byte)'-';
        if (negative)
        {
            position++;
        }

        // Significant digits without leading zeros; trailing zeros are counted and only written out when another digit follows.
        Int128 digits = 0;
        int significant = 0;
        long pendingZeros = 0;
        long scale = 0;
        bool afterPoint = false;
        for (; position < text.Length && text[position] is not ((byte)'e' or (byte)'E'); position++)
        {
            byte character = text[position];
            if (character == (byte)'.')
            {
                afterPoint = true;
                continue;
            }

            if (afterPoint)
            {
                scale--;
            }

            if (character == (byte)'0')
            {
                pendingZeros++;
                continue;
            }

            if (significant > 0)
            {
                significant = (int)Math.Min(int.MaxValue, significant + pendingZeros);
            }

            significant++;
            if (significant <= MaximumDigits)
            {
                for (; pendingZeros > 0 && digits != 0; pendingZeros--)
                {
                    digits *= 10;
                }

                digits = (digits * 10) + (character - '0');
            }

            pendingZeros = 0;
        }

        if (significant == 0)
        {
            return Outcome.Integer;
        }

        long exponent = Exponent(text[position..]) + scale + pendingZeros;
        if (exponent < 0)
        {
            return Outcome.Fraction;
        }

        if (significant + exponent > MaximumDigits)
        {
            return Outcome.TooLarge;
        }

        for (; exponent > 0; exponent--)
        {
            digits *= 10;
        }

        value = negative ? -digits : digits;
        return Outcome.Integer;
    }

    /// <summary>The exponent of a number, from its <c>e</c> on; none is 0.</summary>
    internal static long Exponent(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        text = text[1..];
        bool negative = text[0] == (byte)'-';
        if (text[0] is (byte)'-' or (byte)'+')
        {
            text = text[1..];
        }

        long exponent = 0;
        foreach (byte digit in text)
        {
            // Beyond a billion the answer no longer changes; stopping here keeps the sum in range.
            exponent = Math.Min(1_000_000_000, (exponent * 10) + (digit - '0'));
        }

        return negative ? -exponent : exponent;
    }
}
