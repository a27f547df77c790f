using System.Globalization;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>Finds bytes that are written in hexadecimal with separators, such as <c>73 65 63</c>, <c>73:65:63</c> or <c>0x73, 0x65</c>.</summary>
internal static class HexDump
{
    /// <summary>The smallest number of bytes of a dump. A shorter secret is not searched for in encoded form.</summary>
    private const int Shortest = 8;

    private const int LongestGroup = 16;

    /// <summary>Returns the reading with its dumps decoded, or null if it has none.</summary>
    public static TextReading? Decode(TextReading source)
    {
        string text = source.Text;
        TextReading.Builder? decoded = null;
        var bytes = new List<byte>();
        var places = new List<int>();
        int copied = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bytes.Clear();
            places.Clear();
            int end = IsInWord(text, i) ? i : Read(text, i, bytes, places);
            if (bytes.Count < Shortest)
            {
                // No dump that begins within this one is longer.
                i = Math.Max(i, end - 1);
                continue;
            }

            decoded ??= new TextReading.Builder(source);
            Copy(decoded, text, copied, i);
            decoded.Add(bytes.ToArray(), places.ToArray());
            copied = end;
            i = end - 1;
        }

        if (decoded is null)
        {
            return null;
        }

        Copy(decoded, text, copied, text.Length);
        return decoded.Build();
    }

    private static void Copy(TextReading.Builder decoded, string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            decoded.Add(text[i], i);
        }
    }

    private static bool IsInWord(string text, int place) => place > 0 && char.IsAsciiLetterOrDigit(text[place]) && char.IsAsciiLetterOrDigit(text[place - 1]);

    /// <summary>Reads groups with separators between them. Returns the end of the last group.</summary>
    private static int Read(string text, int start, List<byte> bytes, List<int> places)
    {
        int end = start;
        for (int at = start; Group(text, at, bytes, places) is var length and > 0;)
        {
            end = at + length;
            int separators = Separators(text, end);
            if (separators == 0)
            {
                break;
            }

            at = end + separators;
        }

        return end;
    }

    /// <summary>Reads a group of bytes without a separator. Returns its length, or 0.</summary>
    private static int Group(string text, int start, List<byte> bytes, List<int> places)
    {
        int at = start + (string.Compare(text, start, "0x", 0, 2, StringComparison.OrdinalIgnoreCase) == 0 ? 2 : 0);
        int end = at;
        while (end < text.Length && char.IsAsciiHexDigit(text[end]))
        {
            end++;
        }

        if (end == at || (end - at) % 2 != 0 || end - at > LongestGroup)
        {
            return 0;
        }

        for (; at < end; at += 2)
        {
            bytes.Add(byte.Parse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            places.Add(at);
        }

        return end - start;
    }

    private static int Separators(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < 3 && text[end] is ' ' or ',' or ':' or ';' or '-' or '.' or '\t' or '\r' or '\n')
        {
            end++;
        }

        return end - start;
    }
}
