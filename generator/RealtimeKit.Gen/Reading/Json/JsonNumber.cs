using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>Parses numbers of JSON (RFC 8259 §6).</summary>
internal static class JsonNumber
{
    /// <summary>Returns the end of the number that begins here, or the position of its fault and what was expected.</summary>
    public static int FindEnd(string text, int start, out SpecScalarKind kind, out string? fault)
    {
        kind = SpecScalarKind.Integer;
        int at = start + (text[start] == '-' ? 1 : 0);
        int whole = at;
        if (!SkipDigits(text, ref at))
        {
            fault = "Expected a digit, but found ";
            return at;
        }

        if (text[whole] == '0' && at > whole + 1)
        {
            fault = "Expected no digit after the leading zero of a number, but found ";
            return whole + 1;
        }

        if (at < text.Length && text[at] == '.')
        {
            at++;
            kind = SpecScalarKind.Number;
            if (!SkipDigits(text, ref at))
            {
                fault = "Expected a digit after the point, but found ";
                return at;
            }
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at += at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1;
            kind = SpecScalarKind.Number;
            if (!SkipDigits(text, ref at))
            {
                fault = "Expected a digit of the exponent, but found ";
                return at;
            }
        }

        fault = null;
        return at;
    }

    private static bool SkipDigits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at > start;
    }
}
