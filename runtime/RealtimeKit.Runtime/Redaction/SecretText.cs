using System.Buffers;
using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Hides secrets in a text that a server wrote, in every spelling that a server may echo them in: as they are,
/// percent-encoded, as JSON or as HTML escapes, and any of these once more within another.
/// </summary>
internal static class SecretText
{
    public const string Hidden = "***";

    /// <summary>Shorter secrets are not hidden: they would be found in ordinary words.</summary>
    public const int Shortest = 4;

    /// <summary>The most characters that one character of a secret may be spelled with.</summary>
    public const int LongestSpelling = 24;

    private const int MostReadings = 8;

    /// <summary>Replaces each secret. Secrets that overlap are hidden as one, and so is one that the text's end cuts.</summary>
    public static string Hide(string text, IReadOnlyList<string> secrets) => Hide(text, secrets, text.Length);

    /// <summary>Does the same for the start of a text. A secret that begins there is found as far as it goes beyond.</summary>
    public static string Hide(string text, IReadOnlyList<string> secrets, int length)
    {
        StringBuilder? shown = null;
        int copied = 0;
        for (int i = 0; i < length; i++)
        {
            int end = EndOfSecrets(text, i, secrets);
            if (end < 0)
            {
                continue;
            }

            shown ??= new StringBuilder(text.Length);
            shown.Append(text, copied, i - copied).Append(Hidden);
            copied = end;
            i = end - 1;
        }

        return shown is null ? text[..length] : shown.Append(text, copied, Math.Max(0, length - copied)).ToString();
    }

    /// <summary>The end of the secret that starts here, or of the last one that overlaps with it; negative where there is none.</summary>
    private static int EndOfSecrets(string text, int start, IReadOnlyList<string> secrets)
    {
        int end = EndOfLongest(text, start, secrets);
        for (int i = start + 1; i < end; i++)
        {
            end = Math.Max(end, EndOfLongest(text, i, secrets));
        }

        return end;
    }

    private static int EndOfLongest(string text, int start, IReadOnlyList<string> secrets)
    {
        int longest = -1;
        for (int i = 0; i < secrets.Count; i++)
        {
            string secret = secrets[i];
            if (secret.Length >= Shortest && (text[start] == secret[0] || text[start] is '%' or '\\' or '&' or '+'))
            {
                longest = Math.Max(longest, EndOf(text, start, secret));
            }
        }

        return longest;
    }

    /// <summary>Follows all readings of the text at once: a backslash in it may be itself or begin an escape.</summary>
    private static int EndOf(string text, int start, string secret)
    {
        Span<int> places = stackalloc int[MostReadings];
        Span<int> next = stackalloc int[MostReadings];
        places[0] = start;
        int count = 1;
        for (int i = 0; i < secret.Length;)
        {
            Rune expected = Rune.TryGetRuneAt(secret, i, out Rune rune) ? rune : Rune.ReplacementChar;
            int nextCount = 0;
            foreach (int place in places[..count])
            {
                if (i >= Shortest && IsCut(text.AsSpan(place)))
                {
                    return text.Length;
                }

                AddEnds(text, place, expected, next, ref nextCount);
            }

            if (nextCount == 0)
            {
                return -1;
            }

            next[..nextCount].CopyTo(places);
            count = nextCount;
            i += expected.Utf16SequenceLength;
        }

        int end = -1;
        foreach (int place in places[..count])
        {
            end = Math.Max(end, place);
        }

        return end;
    }

    private static void AddEnds(string text, int place, Rune expected, Span<int> ends, ref int count)
    {
        ReadOnlySpan<char> rest = text.AsSpan(place);
        Add(LiteralLength(rest, expected), place, ends, ref count);
        Add(EscapeLength(rest, expected), place, ends, ref count);

        // A character that escapes others may have been escaped itself, and that once more.
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

    /// <summary>Whether the text ends or was cut here, or within an escape that begins here.</summary>
    private static bool IsCut(ReadOnlySpan<char> rest)
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

    private static int LiteralLength(ReadOnlySpan<char> text, Rune expected)
        => Rune.DecodeFromUtf16(text, out Rune literal, out int consumed) == OperationStatus.Done && literal == expected ? consumed : 0;

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
            while (text[at..].StartsWith("25"))
            {
                at += 2;
            }

            if (at + 2 > text.Length || !byte.TryParse(text.Slice(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte read) || read != value)
            {
                return 0;
            }

            at += 2;
        }

        return at;
    }

    private static int BackslashLength(ReadOnlySpan<char> text, Rune expected)
    {
        // A JSON text within a JSON text doubles the backslash.
        int at = 0;
        while (at < text.Length && text[at] == '\\')
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

        int meant = text[at] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            char other => other,
        };
        return meant == expected.Value ? at + 1 : 0;
    }

    /// <summary>A <c>\uXXXX</c>, or two of them for a character outside the basic plane.</summary>
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
                while (at < text.Length && text[at] == '\\')
                {
                    at++;
                }

                if (at == escape || at >= text.Length || text[at++] != 'u')
                {
                    return 0;
                }
            }

            if (at + 4 > text.Length || !ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) || unit != units[i])
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
        while (text[at..].StartsWith("amp;"))
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

    private static int Meant(ReadOnlySpan<char> entity) => entity switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        ['#', 'x' or 'X', .. var hex] when int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) => code,
        ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code) => code,
        _ => -1,
    };
}
