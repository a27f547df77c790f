namespace RealtimeKit.Runtime.Parameters;

/// <summary>Finds separators in the items of a list. Within the quotes of a header, a comma does not separate (<c>"a,b"</c>).</summary>
internal static class Separators
{
    public static bool AreIn(string text, string separator)
    {
        if (!text.Contains(separator, StringComparison.Ordinal))
        {
            return false;
        }

        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted && text[i] == '\\')
            {
                i++;
            }
            else if (!isQuoted && string.CompareOrdinal(text, i, separator, 0, separator.Length) == 0)
            {
                return true;
            }
        }

        return isQuoted;
    }
}
