using System.Text;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes prose as the content of an XML documentation element.</summary>
internal static class DocText
{
    /// <summary>
    /// Encodes the text and turns Markdown code spans into <c>&lt;c&gt;</c> elements. Descriptions in OpenAPI are
    /// Markdown, and an editor shows the rest of it as plain text well enough.
    /// </summary>
    public static string Of(string text)
    {
        StringBuilder result = new();
        int written = 0;
        for (int start = NextTick(text, 0); start >= 0; start = NextTick(text, start))
        {
            int end = NextTick(text, start + 1);
            if (end < 0)
            {
                break;
            }

            string code = text.Substring(start + 1, end - start - 1);
            if (IsCode(code))
            {
                result.Append(CSharpText.Doc(text.Substring(written, start - written))).Append("<c>").Append(CSharpText.Doc(code)).Append("</c>");
                written = end + 1;
            }

            start = end + 1;
        }

        return result.Append(CSharpText.Doc(text.Substring(written))).ToString();
    }

    /// <summary>The name of a type, preceded by its indefinite article.</summary>
    public static string WithArticle(string name) =>
        ("AEIO".IndexOf(name[0]) >= 0 ? "an " : "a ") + CSharpText.Doc(name);

    /// <summary>A span that is blank or crosses a line stays text: its backticks are probably unrelated.</summary>
    private static bool IsCode(string text) => text.Trim().Length > 0 && text.IndexOfAny(['\r', '\n']) < 0;

    /// <summary>The next backtick that stands alone. Several in a row delimit a code block, which is left as it is.</summary>
    private static int NextTick(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] != '`')
            {
                continue;
            }

            int length = 1;
            while (i + length < text.Length && text[i + length] == '`')
            {
                length++;
            }

            if (length == 1)
            {
                return i;
            }

            i += length - 1;
        }

        return -1;
    }
}
