namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>One line of a YAML text, examined without parsing its context.</summary>
internal readonly struct YamlLine
{
    private readonly string _text;

    private YamlLine(string text, int start, int end, int number)
    {
        _text = text;
        Start = start;
        End = end;
        Number = number;
        int content = start;
        while (content < end && text[content] == ' ')
        {
            content++;
        }

        Content = content;
    }

    public int Start { get; }

    public int End { get; }

    /// <summary>The number of the line, from zero.</summary>
    public int Number { get; }

    /// <summary>The end of the indentation.</summary>
    public int Content { get; }

    public int Indent => Content - Start;

    public bool IsBlankOrComment => TrimStart(Content) is var at && (at == End || _text[at] == '#');

    public static IEnumerable<YamlLine> Of(string text)
    {
        int number = 0;
        for (int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; start < text.Length; number++)
        {
            int end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            yield return new YamlLine(text, start, end, number);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>Returns the first tab that indents content on the line of an offset or below it, or null.</summary>
    public static int? TabIndent(string text, int from) => Of(text)
        .Where(line => line.End >= from && line.Content < line.End && text[line.Content] == '\t' && !line.IsBlankOrComment)
        .Select(static line => (int?)line.Content)
        .FirstOrDefault();

    /// <summary>Skips spaces and tabs.</summary>
    public int TrimStart(int at)
    {
        while (at < End && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    public bool StartsWith(string prefix) => End - Content >= prefix.Length && string.CompareOrdinal(_text, Content, prefix, 0, prefix.Length) == 0;

    /// <summary>Returns whether a list item begins there.</summary>
    public bool IsDash(int at) => at < End && _text[at] == '-' && (at + 1 == End || _text[at + 1] is ' ' or '\t');

    /// <summary>
    /// Returns the first colon that ends a plain key, or a negative number. A blank or the end of the line follows it, and no
    /// comment precedes it.
    /// </summary>
    public int FindColon(int at)
    {
        for (int i = at; i < End; i++)
        {
            if (_text[i] == '#' && i > at && _text[i - 1] is ' ' or '\t')
            {
                return -1;
            }

            if (_text[i] == ':' && (i + 1 == End || _text[i + 1] is ' ' or '\t'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns a colon between letters or digits where a blank is missing, except in a URL.</summary>
    public int FindTightColon(int at)
    {
        int colon = _text.IndexOf(':', at, End - at);
        return colon > at && colon + 1 < End && _text[colon + 1] != '/' && _text.IndexOfAny([' ', '\t'], at, colon - at) < 0 ? colon : -1;
    }
}
