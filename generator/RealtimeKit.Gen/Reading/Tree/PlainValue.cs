using System.Globalization;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>Converts a node to plain objects for the typed document: strings, booleans, numbers, lists and dictionaries.</summary>
internal static class PlainValue
{
    public static object? Of(SpecNode node) => node switch
    {
        SpecScalar scalar => OfScalar(scalar),
        SpecSequence sequence => sequence.Items.Select(Of).ToList(),
        SpecMapping mapping => OfMapping(mapping),
        _ => null,
    };

    /// <summary>
    /// Returns a whole number as an integer, however it is written. In JSON Schema, <c>1.0</c> and <c>1e2</c> are integers.
    /// </summary>
    public static object Whole(object value) =>
        value is decimal number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : value;

    private static Dictionary<string, object?> OfMapping(SpecMapping mapping)
    {
        Dictionary<string, object?> result = new(StringComparer.Ordinal);
        foreach (SpecEntry entry in mapping.Entries)
        {
            result[entry.Key] = Of(entry.Value);
        }

        return result;
    }

    /// <summary>
    /// Returns an integer, a decimal, or a double if a decimal would change the number, such as <c>1e-40</c>. Text that is not a
    /// number is returned as it is.
    /// </summary>
    public static object OfNumber(string text) => OfJson(CoreNumber.InJson(text) ?? text);

    private static object OfJson(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            return integer;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && IsSame(text, number))
        {
            return number;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double wide) && !double.IsInfinity(wide) && !double.IsNaN(wide)
            ? wide
            : text;
    }

    private static bool IsSame(string text, decimal number)
    {
        string exact = number.ToString(CultureInfo.InvariantCulture);
        return Significand(text) == Significand(exact) && (number != 0 || Significand(text).Length == 0);
    }

    /// <summary>Returns the significant digits, without sign, point, exponent, and leading or trailing zeros.</summary>
    private static string Significand(string text)
    {
        int end = text.IndexOfAny(['e', 'E']);
        return (end < 0 ? text : text.Substring(0, end)).Replace(".", "").Trim('+', '-').Trim('0');
    }

    private static object? OfScalar(SpecScalar scalar) => scalar.Kind switch
    {
        SpecScalarKind.Null => null,
        SpecScalarKind.Boolean => string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase),
        SpecScalarKind.Integer or SpecScalarKind.Number => OfNumber(scalar.Text),
        _ => scalar.Text,
    };
}
