using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Decodes the escapes of URLs, JSON, HTML and programming languages: <c>%73</c>, <c>\u0073</c>, <c>\x73</c>, <c>\163</c>,
/// <c>&amp;#x73;</c> and their variants. Which of them a server uses is not known, so all are decoded at once.
/// </summary>
internal static class Unescaper
{
    private const string Beginnings = @"%\&";

    /// <summary>Returns the reading with its escapes decoded once, or null if it has none.</summary>
    public static TextReading? Decode(TextReading source)
    {
        string text = source.Text;
        int first = text.AsSpan().IndexOfAny(Beginnings);
        if (first < 0)
        {
            return null;
        }

        var decoded = new TextReading.Builder(source);
        var bytes = new List<byte>();
        var places = new List<int>();
        bool isChanged = false;
        for (int i = 0; i < text.Length;)
        {
            int length = ByteLength(text.AsSpan(i), out byte value);
            if (length > 0)
            {
                bytes.Add(value);
                places.Add(i);
                i += length;
                isChanged = true;
                continue;
            }

            Flush(decoded, bytes, places);
            length = RuneLength(text.AsSpan(i), out Rune rune);
            if (length > 0)
            {
                decoded.Add(rune, i);
                isChanged = true;
            }
            else
            {
                length = 1;
                decoded.Add(text[i], i);
            }

            i += length;
        }

        Flush(decoded, bytes, places);
        return isChanged ? decoded.Build() : null;
    }

    private static void Flush(TextReading.Builder decoded, List<byte> bytes, List<int> places)
    {
        if (bytes.Count > 0)
        {
            decoded.Add(bytes.ToArray(), places.ToArray());
            bytes.Clear();
            places.Clear();
        }
    }

    /// <summary>Returns the length of an escape that means one byte, or 0.</summary>
    private static int ByteLength(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length >= 3 && text[0] == '%')
        {
            return IsHex(text.Slice(1, 2), out value) ? 3 : 0;
        }

        if (text.Length < 4 || text[0] != '\\')
        {
            return 0;
        }

        return text[1] is 'x' or 'X' ? IsHex(text.Slice(2, 2), out value) ? 4 : 0
            : IsOctal(text.Slice(1, 3), out value) ? 4
            : 0;
    }

    private static bool IsHex(ReadOnlySpan<char> digits, out byte value)
        => byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static bool IsOctal(ReadOnlySpan<char> digits, out byte value)
    {
        value = 0;
        if (digits[0] is < '0' or > '3' || digits[1..].ContainsAnyExceptInRange('0', '7'))
        {
            return false;
        }

        value = (byte)(((digits[0] - '0') << 6) | ((digits[1] - '0') << 3) | (digits[2] - '0'));
        return true;
    }

    /// <summary>Returns the length of an escape that means a character, or 0.</summary>
    private static int RuneLength(ReadOnlySpan<char> text, out Rune rune)
    {
        rune = default;
        return text[0] switch
        {
            '\\' when text.Length > 1 => BackslashLength(text, out rune),
            '%' when text.Length > 1 && text[1] is 'u' or 'U' => NumberLength(text, 2, 4, 4, NumberStyles.AllowHexSpecifier, out rune),
            '&' => EntityLength(text, out rune),
            _ => 0,
        };
    }

    private static int BackslashLength(ReadOnlySpan<char> text, out Rune rune)
    {
        int length = text[1] switch
        {
            'u' when text.Length > 2 && text[2] == '{' => Closed(text, NumberLength(text, 3, 1, 6, NumberStyles.AllowHexSpecifier, out rune), '}'),
            'u' => NumberLength(text, 2, 4, 4, NumberStyles.AllowHexSpecifier, out rune),
            'U' => NumberLength(text, 2, 8, 8, NumberStyles.AllowHexSpecifier, out rune),
            _ => Fail(out rune),
        };
        if (length > 0 || text[1] is 'u' or 'U' or 'x')
        {
            return length;
        }

        rune = char.IsSurrogate(text[1]) ? default : new Rune(SecretSpelling.MeantByBackslash(text[1]));
        return char.IsSurrogate(text[1]) ? 0 : 2;
    }

    private static int EntityLength(ReadOnlySpan<char> text, out Rune rune)
    {
        if (text.StartsWith("&#x", StringComparison.OrdinalIgnoreCase))
        {
            return WithSemicolon(text, NumberLength(text, 3, 1, 10, NumberStyles.AllowHexSpecifier, out rune));
        }

        if (text.StartsWith("&#"))
        {
            return WithSemicolon(text, NumberLength(text, 2, 1, 10, NumberStyles.None, out rune));
        }

        int end = text[..Math.Min(text.Length, 12)].IndexOf(';');
        int meant = end > 1 ? SecretSpelling.Meant(text[1..end]) : -1;
        return Rune.TryCreate(meant, out rune) ? end + 1 : 0;
    }

    /// <summary>Reads a number of which at most <paramref name="most"/> digits are read. Returns where it ends, or 0.</summary>
    private static int NumberLength(ReadOnlySpan<char> text, int start, int fewest, int most, NumberStyles style, out Rune rune)
    {
        int end = start;
        while (end < text.Length && end - start < most && (style == NumberStyles.None ? char.IsAsciiDigit(text[end]) : char.IsAsciiHexDigit(text[end])))
        {
            end++;
        }

        rune = default;
        return end - start >= fewest && int.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out int code) && Rune.TryCreate(code, out rune)
            ? end
            : 0;
    }

    private static int Closed(ReadOnlySpan<char> text, int length, char sign) => length > 0 && length < text.Length && text[length] == sign ? length + 1 : 0;

    /// <summary>Browsers accept a number without the semicolon.</summary>
    private static int WithSemicolon(ReadOnlySpan<char> text, int length) => Math.Max(length, Closed(text, length, ';'));

    private static int Fail(out Rune rune)
    {
        rune = default;
        return 0;
    }
}
