using System.Text;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes prose as the content of an XML documentation element.</summary>
internal static class DocText
{
    /// <summary>
    /// Encodes the text, and turns its simple HTML and the code spans of Markdown into elements. Descriptions in OpenAPI are
    /// Markdown, which can contain HTML. An editor shows the rest of it as plain text well enough.
    /// </summary>
    public static string Of(string text)
    {
        if (DocHtml.Of(text) is { } html)
        {
            return html;
        }

        if (text.IndexOf('`') < 0)
        {
            return CSharpText.Doc(text);
        }

        StringBuilder result = new();
        int written = 0;
        foreach ((int start, int end) in CodeSpans(text))
        {
            result.Append(CSharpText.Doc(text.Substring(written, start - written))).Append(Code(text.Substring(start + 1, end - start - 1)));
            written = end + 1;
        }

        return result.Append(CSharpText.Doc(text.Substring(written))).ToString();
    }

    /// <summary>Returns the positions of the two backticks of each code span.</summary>
    public static IEnumerable<(int Start, int End)> CodeSpans(string text)
    {
        for (int start = NextTick(text, 0); start >= 0; start = NextTick(text, start))
        {
            int end = NextTick(text, start + 1);
            if (end < 0)
            {
                break;
            }

            if (IsCode(text.Substring(start + 1, end - start - 1)))
            {
                yield return (start, end);
            }

            start = end + 1;
        }
    }

    public static string Code(string text) => $"<c>{CSharpText.Doc(text)}</c>";

    /// <summary>A span that is blank or crosses a line stays text: its backticks are probably unrelated.</summary>
    private static bool IsCode(string text) => text.Trim().Length > 0 && text.IndexOfAny(['\r', '\n']) < 0;

    /// <summary>The next backtick that stands alone. Several in a row delimit a code block, which is left as it is.</summary>
    private static int NextTick(string text, int start)
    {
        int i = start;
        while ((i = text.IndexOf('`', i)) >= 0)
        {
            int length = 1;
            while (i + length < text.Length && text[i + length] == '`')
            {
                length++;
            }

            if (length == 1)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }
}
