namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// Joins the lines of a text. A server may wrap a secret, as base64 is wrapped, or continue it on the next line after a backslash, as
/// in a programming language, or after an equals sign, as in quoted-printable.
/// </summary>
internal static class WrappedText
{
    /// <summary>The shortest line of a secret that is searched for alone. A shorter one may be an ordinary word.</summary>
    private const int ShortestLine = 12;

    // Every line is searched for at every place. A private key has fewer lines.
    private const int MostLines = 100;

    /// <summary>
    /// Returns the secrets, followed by the lines of those that have several, such as a private key in PEM. A server may end the lines in
    /// another way, as forms do, or indent them.
    /// </summary>
    public static IReadOnlyList<string> WithLines(IReadOnlyList<string> secrets)
    {
        List<string>? all = null;
        foreach (string secret in secrets)
        {
            if (secret.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                (all ??= [.. secrets]).AddRange(secret
                    .Split(['\r', '\n'], StringSplitOptions.TrimEntries)
                    .Where(static line => line.Length >= ShortestLine)
                    .Take(MostLines));
            }
        }

        return all ?? secrets;
    }

    /// <summary>
    /// Returns the reading with its lines joined, or nothing if it has only one. A sign before a line break may belong to the break or to
    /// the text.
    /// </summary>
    public static IEnumerable<TextReading> Join(TextReading source)
    {
        if (source.Text.AsSpan().IndexOfAny('\r', '\n') < 0)
        {
            yield break;
        }

        TextReading joined = Join(source, withSign: false);
        yield return joined;
        TextReading withoutSigns = Join(source, withSign: true);
        if (withoutSigns.Text.Length < joined.Text.Length)
        {
            yield return withoutSigns;
        }
    }

    private static TextReading Join(TextReading source, bool withSign)
    {
        string text = source.Text;
        var joined = new TextReading.Builder(source);
        for (int i = 0; i < text.Length;)
        {
            if (text[i] is not ('\r' or '\n'))
            {
                joined.Add(text[i], i);
                i++;
                continue;
            }

            joined.TrimEnd(" \t", int.MaxValue);
            joined.TrimEnd(@"\=", withSign ? 1 : 0);
            while (i < text.Length && text[i] is '\r' or '\n' or ' ' or '\t')
            {
                i++;
            }
        }

        return joined.Build();
    }

    /// <summary>Returns the end of a secret without the line break after it, which joining the lines adds to the secret.</summary>
    public static int TrimEnd(string text, int start, int end)
    {
        ReadOnlySpan<char> found = text.AsSpan(start, end - start);
        int length = found.TrimEnd(" \t\r\n").Length;
        return found[length..].ContainsAny('\r', '\n') ? start + length : end;
    }
}
