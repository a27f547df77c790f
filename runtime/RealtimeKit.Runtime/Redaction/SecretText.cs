using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Removes secrets from a text that the server sent. Finds them unchanged, with other case, percent-encoded, as escapes of JSON, HTML
/// or programming languages, and in combinations of these; in base64 and hexadecimal; across lines; and if the server cut them.
/// </summary>
internal static class SecretText
{
    public const string Hidden = "***";

    /// <summary>The shortest secret that is removed. Shorter ones would also be found in ordinary words.</summary>
    public const int Shortest = 4;

    /// <summary>The shortest beginning of a secret that is removed. It must also be half of the secret.</summary>
    private const int ShortestBeginning = 8;

    private const int MostReadings = 8;

    /// <summary>
    /// Replaces each secret. Secrets that overlap are replaced together. A secret that is cut at the end of the text is replaced too.
    /// </summary>
    public static string Hide(string text, IReadOnlyList<string> secrets) => Hide(text, secrets, text.Length);

    /// <summary>
    /// Replaces each secret in the first <paramref name="length"/> characters of a text. A secret that begins there may end beyond them.
    /// </summary>
    public static string Hide(string text, IReadOnlyList<string> secrets, int length)
    {
        secrets = WrappedText.WithLines(secrets);
        List<(int Start, int End)>? found = null;
        foreach (TextReading reading in TextReading.Of(text))
        {
            Find(text, reading, secrets, length, ref found);
        }

        if (found is null)
        {
            return text[..length];
        }

        found.Sort();
        var shown = new StringBuilder(text.Length);
        int copied = 0;
        foreach ((int start, int end) in found)
        {
            // Places that overlap are replaced together.
            if (start >= copied || copied == 0)
            {
                shown.Append(text, copied, start - copied).Append(Hidden);
            }

            copied = Math.Max(copied, end);
        }

        return shown.Append(text, copied, Math.Max(0, length - copied)).ToString();
    }

    private static void Find(string original, TextReading reading, IReadOnlyList<string> secrets, int length, ref List<(int Start, int End)>? found)
    {
        string text = reading.Text;
        secrets = EncodedSecret.WithForms(text, secrets);
        for (int i = 0; i < text.Length && reading.Original(i) < length; i++)
        {
            int end = EndOfSecrets(text, i, secrets);
            if (end >= 0)
            {
                int start = reading.Original(i);
                (found ??= []).Add((start, WrappedText.TrimEnd(original, start, reading.Original(end))));
                i = end - 1;
            }
        }
    }

    /// <summary>
    /// Returns the end of the secret that begins here, or of the last one that overlaps with it. Returns a negative number if
    /// no secret begins here.
    /// </summary>
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
            if (secret.Length >= Shortest && (IsSame(text[start], secret[0]) || text[start] is '%' or '\\' or '&' or '+'))
            {
                longest = Math.Max(longest, EndOf(text, start, secret));
            }
        }

        return longest;
    }

    /// <summary>
    /// Returns the end of a secret if the text contains it here. Follows all interpretations of the text at once, since a
    /// backslash may be a character of the secret or begin an escape.
    /// </summary>
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
                if (i >= Shortest && SecretSpelling.IsCut(text.AsSpan(place)))
                {
                    return text.Length;
                }

                SecretSpelling.AddEnds(text, place, expected, next, ref nextCount);
            }

            if (nextCount == 0)
            {
                return i >= ShortestBeginning && 2 * i >= secret.Length ? Last(places[..count]) : -1;
            }

            next[..nextCount].CopyTo(places);
            count = nextCount;
            i += expected.Utf16SequenceLength;
        }

        return Last(places[..count]);
    }

    private static int Last(ReadOnlySpan<int> places)
    {
        int last = -1;
        foreach (int place in places)
        {
            last = Math.Max(last, place);
        }

        return last;
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
