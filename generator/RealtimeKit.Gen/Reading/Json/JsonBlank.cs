namespace RealtimeKit.Gen.Reading.Json;

/// <summary>Skips white space of JSON, and counts lines.</summary>
internal static class JsonBlank
{
    /// <summary>Returns the position of the next character that is not white space.</summary>
    public static int FindEnd(string text, int at, ref int line, ref int lineStart)
    {
        while (at < text.Length && text[at] <= ' ')
        {
            char c = text[at];
            if (c == '\n' || (c == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                line++;
                lineStart = at + 1;
                at = SkipIndent(text, at + 1);
            }
            else if (c is ' ' or '\t' or '\r')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Skips the spaces at the beginning of a line, of which most white space consists.</summary>
    private static int SkipIndent(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
