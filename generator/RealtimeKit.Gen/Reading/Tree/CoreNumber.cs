using System.Globalization;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>Converts scalars of the core schema of YAML 1.2 to JSON: <c>0x1F</c> is 31, <c>010</c> is 10, <c>.5</c> is 0.5, <c>True</c> is true.</summary>
internal static class CoreNumber
{
    /// <summary>Returns the text that JSON has for a scalar, or null if it has none, as for <c>.inf</c>.</summary>
    public static string? InJson(SpecScalar scalar) => scalar.Kind switch
    {
        SpecScalarKind.Boolean => scalar.Text.ToLowerInvariant(),
        SpecScalarKind.Integer or SpecScalarKind.Number => InJson(scalar.Text),
        _ => scalar.Text,
    };

    /// <summary>Returns the number as JSON writes it, or null if JSON cannot express it.</summary>
    public static string? InJson(string number)
    {
        if (number.Length > 2 && number[0] == '0' && number[1] is 'x' or 'o')
        {
            return OfDigits(number, number[1] == 'x' ? 16 : 8);
        }

        string sign = number.Length > 0 && number[0] == '-' ? "-" : "";
        string unsigned = number.TrimStart('+', '-');
        int end = unsigned.IndexOfAny(['e', 'E']);
        string exponent = end < 0 ? "" : unsigned.Substring(end);
        string[] digits = (end < 0 ? unsigned : unsigned.Substring(0, end)).Split('.');
        if (!Array.TrueForAll(digits, static part => part.All(static c => c is >= '0' and <= '9')))
        {
            return null;
        }

        string whole = digits[0].TrimStart('0');
        string fraction = digits.Length == 1 ? "" : "." + (digits[1].Length == 0 ? "0" : digits[1]);
        return sign + (whole.Length == 0 ? "0" : whole) + fraction + exponent;
    }

    /// <summary>Returns the decimal digits of a number, or null if it has more than about 96 bits, which no value has.</summary>
    private static string? OfDigits(string number, int radix)
    {
        decimal value = 0;
        for (int at = 2; at < number.Length; at++)
        {
            int digit = number[at] <= '9' ? number[at] - '0' : (number[at] | 0x20) - 'a' + 10;
            if (value > (decimal.MaxValue - digit) / radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }
}
