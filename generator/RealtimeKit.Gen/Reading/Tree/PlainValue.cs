using System.Globalization;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>A node as plain objects, as the typed document wants them: strings, booleans, numbers, lists, dictionaries.</summary>
internal static class PlainValue
{
    public static object? Of(SpecNode node) => node switch
    {
        SpecScalar scalar => OfScalar(scalar),
        SpecSequence sequence => sequence.Items.Select(Of).ToList(),
        SpecMapping mapping => OfMapping(mapping),
        _ => null,
    };

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
    /// An integer; a decimal, or a double where the decimal would be another number: <c>1e-40</c> is no zero. Text that is no
    /// number is itself.
    /// </summary>
    public static object OfNumber(string text)
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

    /// <summary>The digits that count: without sign, point, exponent and zeros at either end.</summary>
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
