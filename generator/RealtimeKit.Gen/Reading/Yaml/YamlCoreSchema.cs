using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Determines the kind of a plain scalar by the core schema of YAML 1.2 (§10.3.2). <c>yes</c>, <c>on</c>, dates and sexagesimal
/// numbers, which have a meaning in YAML 1.1, are strings; <c>010</c> is ten.
/// </summary>
internal static class YamlCoreSchema
{
    public static SpecScalarKind KindOf(string text)
    {
        // Most plain scalars begin with a letter that begins no other kind.
        char first = text.Length == 0 ? '\0' : text[0];
        return first switch
        {
            '\0' when text.Length == 0 => SpecScalarKind.Null,
            '~' when text.Length == 1 => SpecScalarKind.Null,
            'n' or 'N' when text is "null" or "Null" or "NULL" => SpecScalarKind.Null,
            't' or 'T' when text is "true" or "True" or "TRUE" => SpecScalarKind.Boolean,
            'f' or 'F' when text is "false" or "False" or "FALSE" => SpecScalarKind.Boolean,
            '+' or '-' or '.' or (>= '0' and <= '9') => NumberKindOf(text),
            _ => SpecScalarKind.String,
        };
    }

    private static SpecScalarKind NumberKindOf(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'o' or 'x')
        {
            return IsAll(text, 2, text[1] == 'o' ? IsOctal : IsHexadecimal) ? SpecScalarKind.Integer : SpecScalarKind.String;
        }

        int at = text[0] is '+' or '-' ? 1 : 0;
        string unsigned = at == 0 ? text : text.Substring(1);
        if (unsigned is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
        {
            return SpecScalarKind.Number;
        }

        int whole = CountDigits(text, at);
        at += whole;
        if (at == text.Length)
        {
            return whole > 0 ? SpecScalarKind.Integer : SpecScalarKind.String;
        }

        if (text[at] == '.')
        {
            int fraction = CountDigits(text, at + 1);
            at += 1 + fraction;
            whole += fraction;
        }

        if (whole > 0 && at < text.Length && text[at] is 'e' or 'E')
        {
            at += at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1;
            int exponent = CountDigits(text, at);
            at = exponent == 0 ? -1 : at + exponent;
        }

        return whole > 0 && at == text.Length ? SpecScalarKind.Number : SpecScalarKind.String;
    }

    private static int CountDigits(string text, int start)
    {
        int at = start;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at - start;
    }

    private static bool IsAll(string text, int start, Func<char, bool> isOfKind)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (!isOfKind(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOctal(char c) => c is >= '0' and <= '7';

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
