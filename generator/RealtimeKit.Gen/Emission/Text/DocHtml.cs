using System.Net;
using System.Text;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>
/// Turns the simple HTML of a description into elements of XML documentation. Every element is written here and no attribute is
/// copied, except the address of a link. Other tags stay text.
/// </summary>
internal sealed class DocHtml
{
    /// <summary>The elements that HTML allows to be open when their parent ends.</summary>
    private static readonly string[] _optionalEnds = ["p", "li", "td", "th", "tr", "tbody", "thead"];

    private readonly StringBuilder _result = new();
    private readonly Stack<(string Name, string End)> _open = new();
    private bool _hasElements;

    private DocHtml()
    {
    }

    /// <summary>
    /// Returns the description as the content of an element of documentation. Returns null if the description has no HTML, or if
    /// its elements are not nested, since then its tags may not be meant as HTML.
    /// </summary>
    public static string? Of(string text) => text.IndexOf('<') < 0 || text.Contains("```") ? null : new DocHtml().Read(text);

    private string? Read(string text)
    {
        int written = 0, at = 0;
        foreach ((int start, int end) in DocText.CodeSpans(text).Append((text.Length, text.Length)))
        {
            while ((at = text.IndexOf('<', at, start - at)) >= 0)
            {
                HtmlTag? tag = HtmlTag.Read(text, at);
                if (tag is null || at + tag.Length > start || !IsKnown(tag.Name))
                {
                    at++;
                    continue;
                }

                Write(text.Substring(written, at - written));
                if (!(tag.IsEnd ? End(tag.Name) : Start(tag)))
                {
                    return null;
                }

                written = at += tag.Length;
            }

            Write(text.Substring(written, start - written));
            if (end > start)
            {
                _result.Append(DocText.Code(text.Substring(start + 1, end - start - 1)));
            }

            written = at = Math.Min(end + 1, text.Length);
        }

        return _hasElements && Complete(text.EndsWith("…", StringComparison.Ordinal)) ? WithoutOnlyParagraph(_result.ToString().Trim()) : null;
    }

    private void Write(string text) => _result.Append(CSharpText.Doc(WebUtility.HtmlDecode(text)));

    private static bool IsKnown(string name) => name == "br" || Elements(new HtmlTag(name, false, "", 0)) is not null;

    private bool Start(HtmlTag tag)
    {
        _hasElements = true;
        if (tag.Name == "br")
        {
            _result.Append("<br/>");
            return true;
        }

        // A paragraph or an item ends where the next one begins.
        if (_open.Count > 0 && _open.Peek().Name == tag.Name && _optionalEnds.Contains(tag.Name))
        {
            Close();
        }

        if (tag.Name == "li" && !_open.Any(static element => element.Name is "ul" or "ol"))
        {
            return false;
        }

        (string start, string end) = Elements(tag)!.Value;
        _result.Append(start);
        _open.Push((tag.Name, end));
        return true;
    }

    private bool End(string name)
    {
        while (_open.Count > 0 && _open.Peek().Name != name && _optionalEnds.Contains(_open.Peek().Name))
        {
            Close();
        }

        if (_open.Count == 0 || _open.Peek().Name != name)
        {
            return false;
        }

        Close();
        return true;
    }

    private void Close() => _result.Append(_open.Pop().End);

    /// <summary>Closes the elements that are open at the end of the text.</summary>
    /// <param name="isClipped">Whether the end of the text is missing, with the end tags of any element.</param>
    private bool Complete(bool isClipped)
    {
        while (_open.Count > 0)
        {
            if (!isClipped && !_optionalEnds.Contains(_open.Peek().Name))
            {
                return false;
            }

            Close();
        }

        return true;
    }

    /// <summary>Returns what is written for the tags of an element, or null if its tags stay text.</summary>
    private static (string Start, string End)? Elements(HtmlTag tag) => tag.Name switch
    {
        "p" or "div" or "tr" => ("<para>", "</para>"),
        "b" or "strong" => ("<b>", "</b>"),
        "i" or "em" => ("<i>", "</i>"),
        "code" or "tt" => ("<c>", "</c>"),
        "ul" => ("<list type=\"bullet\">", "</list>"),
        "ol" => ("<list type=\"number\">", "</list>"),
        "li" => ("<item><description>", "</description></item>"),
        "a" when WebAddress.IsValid(tag.Link) => ($"<see href=\"{CSharpText.Doc(tag.Link)}\">", "</see>"),
        "td" or "th" => ("", " "),
        "a" or "span" or "body" or "table" or "tbody" or "thead" => ("", ""),
        _ => null,
    };

    /// <summary>Removes the element of a paragraph that is the whole text.</summary>
    private static string WithoutOnlyParagraph(string text) =>
        text.StartsWith("<para>", StringComparison.Ordinal) && text.IndexOf("</para>", StringComparison.Ordinal) == text.Length - "</para>".Length
            ? text.Substring("<para>".Length, text.Length - "<para></para>".Length)
            : text;
}
