using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Reads a number as a float or double only where nothing of it is lost that was written on purpose. A fraction is
/// nearly always rounded, and meant to be; an integer written out to its last digit is an id or a count, and is not.
/// </summary>
internal static class ExactFloat
{
    /// <summary>Integers of as many digits always fit.</summary>
    private const int DigitsOfDouble = 15;
    private const int DigitsOfSingle = 7;

    /// <summary>Checks a double that has been parsed.</summary>
    /// <exception cref="JsonException">It is infinite, or an integer that is another one, or zero in place of a number.</exception>
    public static double Require(ReadOnlySpan<byte> text, double value)
        => !double.IsFinite(value) ? throw Beyond("double")
            : IsSame(text, value, DigitsOfDouble, null) ? value
            : throw Lossy(value, "double");

    /// <summary>Checks a float that has been parsed.</summary>
    /// <exception cref="JsonException">It is infinite, or an integer that is another one, or zero in place of a number.</exception>
    public static float Require(ReadOnlySpan<byte> text, float value)
        => !float.IsFinite(value) ? throw Beyond("float")
            : IsSame(text, value, DigitsOfSingle, value) ? value
            : throw Lossy(value, "float");

    /// <summary>Parses text; null for text that is no number, and for a number that a double would change.</summary>
    public static double? ParseDouble(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value, DigitsOfDouble, null) ? value : null;

    /// <summary>Parses text; null for text that is no number, and for a number that a float would change.</summary>
    public static float? ParseSingle(string text)
        => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
            && float.IsFinite(value) && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value, DigitsOfSingle, value) ? value : null;

    private static JsonException Beyond(string type) => new($"The number is beyond the range of a {type}.");

    private static JsonException Lossy(double value, string type)
        => value == 0 ? Beyond(type) : new($"The integer has more digits than a {type} holds; an overlay can describe it with the format int64 or decimal.");

    private static bool IsSame(ReadOnlySpan<byte> text, double value, int alwaysFits, float? single)
    {
        if (text.IndexOfAny("eE."u8) >= 0)
        {
            return value != 0 || !HasDigits(text);
        }

        if (text.Length <= alwaysFits)
        {
            return true;
        }

        // All its digits, or as few as tell it from its neighbours, which is how most languages write it.
        string digits = Encoding.UTF8.GetString(text.TrimStart("+-"u8).TrimStart((byte)'0'));
        double magnitude = Math.Abs(value);
        return digits == magnitude.ToString("F0", CultureInfo.InvariantCulture)
            || digits == Expand(Shortest(magnitude, single))
            || (magnitude == 0 && digits.Length == 0);
    }

    private static string Shortest(double magnitude, float? single)
        => single is { } held ? MathF.Abs(held).ToString("R", CultureInfo.InvariantCulture) : magnitude.ToString("R", CultureInfo.InvariantCulture);

    private static bool HasDigits(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny("eE"u8);
        return (end < 0 ? text : text[..end]).IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
    }

    /// <summary>An integer with an exponent, written without one.</summary>
    private static string Expand(string shortest)
    {
        int end = shortest.IndexOf('E', StringComparison.Ordinal);
        if (end < 0)
        {
            return shortest;
        }

        string digits = shortest[..end].Replace(".", "", StringComparison.Ordinal);
        return digits.PadRight(int.Parse(shortest.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1, '0');
    }
}
