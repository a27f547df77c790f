namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Splits the list in a header. A separator within quotes (<c>"a,b"</c>), or within the angle brackets with which an item begins
/// (<c>&lt;https://a/b,c&gt;</c> in <c>Link</c>), belongs to the item. What is not closed is ordinary text.
/// </summary>
internal static class HeaderList
{
    private const char Quote = '"';

    /// <summary>Returns the items without spaces around them. Empty items are included.</summary>
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        List<string> items = [];
        int start = 0;
        bool hasQuotes = true;
        bool hasBrackets = true;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == separator)
            {
                items.Add(text[start..i].Trim());
                start = i + 1;
            }
            else if (text[i] == Quote && hasQuotes)
            {
                int end = EndOfQuotes(text, i);
                hasQuotes = end >= 0;
                i = Math.Max(i, end);
            }
            else if (text[i] == '<' && hasBrackets && text.AsSpan(start, i - start).IsWhiteSpace())
            {
                int end = text.IndexOf('>', i);
                hasBrackets = end >= 0;
                i = Math.Max(i, end);
            }
        }

        items.Add(text[start..].Trim());
        return items;
    }

    private static int EndOfQuotes(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == Quote)
            {
                return i;
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return -1;
    }
}
