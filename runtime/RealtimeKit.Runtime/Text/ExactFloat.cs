using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Reads a number as a float or a double, and rejects a number that would change in a way nobody intends. Fractions are usually
/// rounded, which is expected. An integer with all its digits is usually an id or a count, so it must not change.
/// </summary>
internal static class ExactFloat
{
    /// <summary>The number of digits up to which every integer fits.</summary>
    private const int DigitsOfDouble = 15;
    private const int DigitsOfSingle = 7;

    /// <summary>Returns a parsed double if it is close enough to the number in the text.</summary>
    /// <exception cref="JsonException">
    /// The double is infinite, differs from an integer in the text, or is zero although the number in the text is not.
    /// </exception>
    public static double Require(ReadOnlySpan<byte> text, double value)
        => !double.IsFinite(value) ? throw Beyond("double")
            : IsSame(text, value, DigitsOfDouble, null) ? value
            : throw Lossy(value, "double");

    /// <summary>Returns a parsed float if it is close enough to the number in the text.</summary>
    /// <exception cref="JsonException">
    /// The float is infinite, differs from an integer in the text, or is zero although the number in the text is not.
    /// </exception>
    public static float Require(ReadOnlySpan<byte> text, float value)
        => !float.IsFinite(value) ? throw Beyond("float")
            : IsSame(text, value, DigitsOfSingle, value) ? value
            : throw Lossy(value, "float");

    /// <summary>Parses text. Returns null for text that is not a number, and for a number that a double would change.</summary>
    public static double? ParseDouble(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value, DigitsOfDouble, null) ? value : null;

    /// <summary>Parses text. Returns null for text that is not a number, and for a number that a float would change.</summary>
    public static float? ParseSingle(string text)
        => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value)
            && float.IsFinite(value) && IsSame(Encoding.UTF8.GetBytes(text.Trim()), value, DigitsOfSingle, value) ? value : null;

    private static JsonException Beyond(string type) => new($"The number is outside the range of a {type}.");

    private static JsonException Lossy(double value, string type)
        => value == 0 ? Beyond(type) : new($"The integer has more digits than a {type} can hold. An overlay can describe it with the format int64 or decimal.");

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

        // The text may contain all digits of the integer, or the fewest that distinguish it from its neighbors. Most languages
        // write the latter.
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

    /// <summary>Writes an integer that has an exponent without the exponent.</summary>
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
