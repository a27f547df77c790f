using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Finds one character of a secret in every form in which a server may repeat it: unchanged, percent-encoded, or as a JSON or
/// HTML escape. Each of these may be escaped once more.
/// </summary>
internal static class SecretSpelling
{
    /// <summary>The maximum number of characters with which one character of a secret can be written.</summary>
    public const int LongestSpelling = 24;

    public static void AddEnds(string text, int place, Rune expected, Span<int> ends, ref int count)
    {
        ReadOnlySpan<char> rest = text.AsSpan(place);
        Add(LiteralLength(rest, expected), place, ends, ref count);
        Add(EscapeLength(rest, expected), place, ends, ref count);

        // A character that begins escapes may itself be escaped, any number of times.
        if (Doubled(expected) is { } doubled && rest.StartsWith(doubled.First))
        {
            int length = doubled.First.Length;
            Add(length, place, ends, ref count);
            while (rest[length..].StartsWith(doubled.More) && length < LongestSpelling)
            {
                length += doubled.More.Length;
                Add(length, place, ends, ref count);
            }
        }
    }

    /// <summary>Returns whether the text ends or was cut here, or within an escape that begins here.</summary>
    public static bool IsCut(ReadOnlySpan<char> rest)
    {
        for (int i = 0; i < LongestSpelling; i++)
        {
            if (i == rest.Length || rest[i] == '…')
            {
                return true;
            }

            bool isOfEscape = i == 0 ? rest[i] is '%' or '\\' or '&' : char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '%' or '\\' or '&' or '#';
            if (!isOfEscape)
            {
                return false;
            }
        }

        return false;
    }

    private static (string First, string More)? Doubled(Rune expected) => expected.Value switch
    {
        '%' => ("%25", "25"),
        '&' => ("&amp;", "amp;"),
        '\\' => (@"\\", @"\\"),
        _ => null,
    };

    private static void Add(int length, int place, Span<int> ends, ref int count)
    {
        if (length > 0 && count < ends.Length && !ends[..count].Contains(place + length))
        {
            ends[count++] = place + length;
        }
    }

    private static int LiteralLength(ReadOnlySpan<char> text, Rune expected)
        => Rune.DecodeFromUtf16(text, out Rune literal, out int consumed) == OperationStatus.Done
            && (literal == expected || Rune.ToUpperInvariant(literal) == Rune.ToUpperInvariant(expected))
                ? consumed
                : 0;

    private static int EscapeLength(ReadOnlySpan<char> text, Rune expected) => text.IsEmpty ? 0 : text[0] switch
    {
        '%' => PercentLength(text, expected),
        '\\' => BackslashLength(text, expected),
        '&' => EntityLength(text, expected),
        '+' => expected.Value == ' ' ? 1 : 0,
        _ => 0,
    };

    private static int PercentLength(ReadOnlySpan<char> text, Rune expected)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = expected.EncodeToUtf8(bytes);
        int at = 0;
        foreach (byte value in bytes[..count])
        {
            if (at >= text.Length || text[at] != '%')
            {
                return 0;
            }

            // %252B is %2B, encoded once more.
            at++;
            while (at < LongestSpelling && text[at..].StartsWith("25"))
            {
                at += 2;
            }

            if (at + 2 > text.Length
                || !byte.TryParse(text.Slice(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte read)
                || read != value)
            {
                return 0;
            }

            at += 2;
        }

        return at;
    }

    private static int BackslashLength(ReadOnlySpan<char> text, Rune expected)
    {
        // JSON text within JSON text has each backslash twice.
        int at = 0;
        while (at < Math.Min(text.Length, LongestSpelling) && text[at] == '\\')
        {
            at++;
        }

        if (at >= text.Length)
        {
            return 0;
        }

        if (text[at] == 'u')
        {
            return UnicodeLength(text, at + 1, expected);
        }

        return MeantByBackslash(text[at]) == expected.Value ? at + 1 : 0;
    }

    /// <summary>Returns the character that a letter after a backslash means.</summary>
    public static char MeantByBackslash(char letter) => letter switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        _ => letter,
    };

    /// <summary>Returns the length of a <c>\uXXXX</c> escape, or of two of them for a character outside the basic multilingual plane.</summary>
    private static int UnicodeLength(ReadOnlySpan<char> text, int digits, Rune expected)
    {
        Span<char> units = stackalloc char[2];
        int count = expected.EncodeToUtf16(units);
        int at = digits;
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                int escape = at;
                while (at < Math.Min(text.Length, 2 * LongestSpelling) && text[at] == '\\')
                {
                    at++;
                }

                if (at == escape || at >= text.Length || text[at++] != 'u')
                {
                    return 0;
                }
            }

            if (at + 4 > text.Length
                || !ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
                || unit != units[i])
            {
                return 0;
            }

            at += 4;
        }

        return at;
    }

    private static int EntityLength(ReadOnlySpan<char> text, Rune expected)
    {
        // &amp;#43; is &#43;, encoded once more.
        int at = 1;
        while (at < LongestSpelling && text[at..].StartsWith("amp;"))
        {
            at += 4;
        }

        int length = text[at..].IndexOf(';');
        if (length is < 0 or > 10)
        {
            return 0;
        }

        return Meant(text.Slice(at, length)) == expected.Value ? at + length + 1 : 0;
    }

    /// <summary>Returns the character that the name or number of an HTML entity means, or a negative number.</summary>
    public static int Meant(ReadOnlySpan<char> entity) => entity switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "plus" => '+',
        "sol" => '/',
        "equals" => '=',
        "num" => '#',
        "percnt" => '%',
        "colon" => ':',
        "semi" => ';',
        "comma" => ',',
        "period" => '.',
        "quest" => '?',
        "excl" => '!',
        "commat" => '@',
        "dollar" => '$',
        "ast" or "midast" => '*',
        "lowbar" or "UnderBar" => '_',
        "bsol" => '\\',
        "lpar" => '(',
        "rpar" => ')',
        "lsqb" or "lbrack" => '[',
        "rsqb" or "rbrack" => ']',
        "lcub" or "lbrace" => '{',
        "rcub" or "rbrace" => '}',
        "verbar" or "vert" => '|',
        "Hat" => '^',
        "grave" => '`',
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => code,
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code) => code,
        _ => OfLatin(entity),
    };

    /// <summary>Returns the character that an entity of HTML 4 means, such as <c>auml</c>, or a negative number.</summary>
    private static int OfLatin(ReadOnlySpan<char> entity)
    {
        string meant = WebUtility.HtmlDecode($"&{entity};");
        return meant.Length == 1 ? meant[0] : -1;
    }
}
