namespace RealtimeKit.Runtime.Text;

/// <summary>Reads a JSON number as an exact integer. It does not go through a floating-point number, which would round it.</summary>
internal static class ExactInteger
{
    /// <summary>The number of digits of 2^64. A number with more digits is outside every supported range.</summary>
    private const int MaximumDigits = 20;

    internal enum Outcome
    {
        Integer,
        Fraction,
        TooLarge,
    }

    /// <summary>Parses a valid JSON number.</summary>
    public static Outcome Parse(ReadOnlySpan<byte> text, out Int128 value)
    {
        value = 0;
        NumberDigits digits = NumberDigits.Read(text);
        if (digits.Count == 0)
        {
            return Outcome.Integer;
        }

        if (digits.Exponent < 0)
        {
            return Outcome.Fraction;
        }

        if (digits.Count + digits.Exponent > MaximumDigits)
        {
            return Outcome.TooLarge;
        }

        var magnitude = (Int128)NumberDigits.Shift(digits.Value, digits.Exponent);
        value = text[0] == (byte)'-' ? -magnitude : magnitude;
        return Outcome.Integer;
    }
}
