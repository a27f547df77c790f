using System.Net;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>A start tag or end tag of HTML within a description.</summary>
/// <param name="Name">The name of the element, in lower case.</param>
/// <param name="Link">The value of <c>href</c>; empty for none.</param>
/// <param name="Length">The length of the tag in the text.</param>
internal sealed record HtmlTag(string Name, bool IsEnd, string Link, int Length)
{
    private const string LinkName = "href";

    /// <summary>Reads the tag that begins at a position. Returns null if no tag begins there, as in <c>a &lt; b</c>.</summary>
    public static HtmlTag? Read(string text, int start)
    {
        int at = start + 1;
        bool isEnd = at < text.Length && text[at] == '/';
        at += isEnd ? 1 : 0;
        int nameStart = at;
        while (at < text.Length && IsNamePart(text[at]))
        {
            at++;
        }

        if (at == nameStart || at == text.Length || !(char.IsWhiteSpace(text[at]) || text[at] is '/' or '>'))
        {
            return null;
        }

        string name = text.Substring(nameStart, at - nameStart).ToLowerInvariant();
        int end = EndOf(text, at);
        return end < 0 ? null : new HtmlTag(name, isEnd, LinkIn(text.Substring(at, end - at)), end + 1 - start);
    }

    private static bool IsNamePart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    /// <summary>Returns the position of the bracket that ends a tag, or -1. A bracket in quotes is part of a value.</summary>
    private static int EndOf(string text, int at)
    {
        char quote = '\0';
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '>' or '<')
            {
                return c == '>' ? at : -1;
            }
        }

        return -1;
    }

    private static string LinkIn(string attributes)
    {
        int at = attributes.IndexOf(LinkName, StringComparison.OrdinalIgnoreCase);
        if (at < 1 || !char.IsWhiteSpace(attributes[at - 1]))
        {
            return "";
        }

        string rest = attributes.Substring(at + LinkName.Length).TrimStart();
        if (!rest.StartsWith("=", StringComparison.Ordinal))
        {
            return "";
        }

        rest = rest.Substring(1).TrimStart();
        bool isQuoted = rest.Length > 0 && rest[0] is '"' or '\'';
        int end = isQuoted ? rest.IndexOf(rest[0], 1) : Array.FindIndex(rest.ToCharArray(), char.IsWhiteSpace);
        string value = end < 0 ? rest : rest.Substring(0, end);
        return WebUtility.HtmlDecode(isQuoted ? value.Substring(1) : value).Trim();
    }
}
