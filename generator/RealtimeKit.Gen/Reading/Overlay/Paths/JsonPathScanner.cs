using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Yaml;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>Scans the tokens of JSONPath: names, quoted strings, integers, numbers and signs.</summary>
internal sealed class JsonPathScanner(string text)
{
    /// <summary>The largest integer that every JSON reader keeps exactly (I-JSON): 2⁵³ − 1.</summary>
    private const long MaxInteger = (1L << 53) - 1;

    public int At { get; private set; }

    public JsonPathFault? Fault { get; private set; }

    public bool IsAtEnd => At == text.Length;

    public char Current => At < text.Length ? text[At] : '\0';

    public bool IsAtNameStart => IsNameStart(Current);

    public void SkipBlank()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            At++;
        }
    }

    /// <summary>Skips a sign if it is next.</summary>
    public bool Skip(string sign)
    {
        bool isHere = string.CompareOrdinal(text, At, sign, 0, sign.Length) == 0;
        At += isHere ? sign.Length : 0;
        return isHere;
    }

    public bool Expect(string sign) => Skip(sign) || Refuse("expected '" + sign + "'");

    /// <summary>Records a fault unless there is one already. Always returns false.</summary>
    public bool Refuse(string message) => RefuseAt(At, message);

    public bool RefuseAt(int index, string message)
    {
        Fault ??= new JsonPathFault(index, message + (index < text.Length ? "" : ", but the path ends"));
        return false;
    }

    public void Rewind(int at) => At = at;

    public string ReadName()
    {
        int start = At;
        while (IsNameStart(Current) || Current is (>= '0' and <= '9') or '-')
        {
            At++;
        }

        return text.Substring(start, At - start);
    }

    /// <summary>Reads an integer if it is next. Returns false only if it is malformed.</summary>
    public bool TryReadInteger(out long? value)
    {
        int start = At;
        value = null;
        if (Current is not ('-' or (>= '0' and <= '9')))
        {
            return true;
        }

        At++;
        while (Current is >= '0' and <= '9')
        {
            At++;
        }

        string digits = text.Substring(start, At - start);
        bool isCanonical = digits == "0" || digits[digits[0] == '-' ? Math.Min(1, digits.Length - 1) : 0] is >= '1' and <= '9';
        if (!isCanonical
            || !long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed)
            || Math.Abs(parsed) > MaxInteger)
        {
            return RefuseAt(start, "'" + digits + "' is not an integer between -(2^53-1) and 2^53-1 without leading zeros");
        }

        value = parsed;
        return true;
    }

    public bool TryReadNumber(out double value)
    {
        int start = At;
        while (Current is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
        {
            At++;
        }

        string number = text.Substring(start, At - start);
        SpecScalarKind kind = IsJsonNumber(number) ? YamlCoreSchema.KindOf(number) : SpecScalarKind.String;
        value = 0;
        return (kind is SpecScalarKind.Integer or SpecScalarKind.Number && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            || RefuseAt(start, "'" + number + "' is not a number");
    }

    public bool TryReadString(out string value)
    {
        value = "";
        int start = At;
        char quote = text[At++];
        var unescaped = new StringBuilder();
        while (Current != quote || IsAtEnd)
        {
            if (IsAtEnd || Current < ' ')
            {
                return RefuseAt(start, "the string that starts here has no closing " + quote);
            }

            if (Current != '\\')
            {
                unescaped.Append(text[At++]);
            }
            else if (!TryReadEscape(quote, unescaped))
            {
                return Refuse("this is not a valid escape in a string");
            }
        }

        At++;
        value = unescaped.ToString();
        return true;
    }

    private bool TryReadEscape(char quote, StringBuilder unescaped)
    {
        char c = At + 1 < text.Length ? text[At + 1] : '\0';
        if (c == 'u')
        {
            if (At + 6 > text.Length || !int.TryParse(text.Substring(At + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            {
                return false;
            }

            unescaped.Append((char)code);
            At += 6;
            return true;
        }

        char? plain = c switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => c,
            _ when c == quote => c,
            _ => null,
        };
        At += plain is null ? 0 : 2;
        unescaped.Append(plain);
        return plain is not null;
    }

    private static bool IsJsonNumber(string number)
    {
        int first = number.Length > 0 && number[0] == '-' ? 1 : 0;
        return first < number.Length && number[first] is >= '0' and <= '9'
            && (number[first] != '0' || first + 1 == number.Length || number[first + 1] is '.' or 'e' or 'E')
            && !number.EndsWith(".", StringComparison.Ordinal) && number.IndexOf(".e", StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080';
}
