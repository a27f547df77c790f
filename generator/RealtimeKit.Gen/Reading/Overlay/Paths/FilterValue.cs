using System.Globalization;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

internal enum FilterValueKind
{
    Nothing,
    Null,
    Boolean,
    Number,
    String,
    Collection,
}

/// <summary>A value within a filter: from the document, a literal or a function, or the special result Nothing.</summary>
internal readonly record struct FilterValue(FilterValueKind Kind, double Number = 0, string Text = "", SpecNode? Node = null)
{
    public static FilterValue Of(double number) => new(FilterValueKind.Number, number);

    public static FilterValue Of(string text) => new(FilterValueKind.String, 0, text);

    public static FilterValue Of(bool value) => new(FilterValueKind.Boolean, value ? 1 : 0);

    public static FilterValue Of(SpecNode? node) => node switch
    {
        null => default,
        SpecScalar { Kind: SpecScalarKind.Null } => new(FilterValueKind.Null),
        SpecScalar { Kind: SpecScalarKind.Boolean } scalar => Of(scalar.Text[0] is 't' or 'T'),
        SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } scalar => Of(NumberOf(scalar.Text)),
        SpecScalar scalar => Of(scalar.Text),
        _ => new(FilterValueKind.Collection, Node: node),
    };

    /// <summary>Compares numbers and strings. Other values are equal or not, without an order.</summary>
    public static bool IsLess(FilterValue left, FilterValue right) => (left.Kind, right.Kind) switch
    {
        (FilterValueKind.Number, FilterValueKind.Number) => left.Number < right.Number,
        (FilterValueKind.String, FilterValueKind.String) => CompareByCodePoint(left.Text, right.Text) < 0,
        _ => false,
    };

    private static double NumberOf(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            double number = 0;
            foreach (char c in text.Substring(2))
            {
                int digit = c <= '9' ? c - '0' : (c | ' ') - 'a' + 10;
                number = (number * (text[1] == 'x' ? 16 : 8)) + digit;
            }

            return number;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double parsed) ? parsed
            : text.EndsWith("n", StringComparison.OrdinalIgnoreCase) ? double.NaN
            : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <summary>Compares by Unicode scalar value, as RFC 9535 requires. UTF-16 order would put surrogates before U+E000.</summary>
    private static int CompareByCodePoint(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            char a = left[i], b = right[i];
            if (a != b)
            {
                bool isHigh = char.IsSurrogate(a);
                return isHigh == char.IsSurrogate(b) ? a - b : isHigh ? 1 : -1;
            }
        }

        return left.Length - right.Length;
    }
}
