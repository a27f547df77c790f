using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>Finds mistakes in a value behind a key or dash, and determines what it leaves open for the lines below.</summary>
internal sealed class YamlValueSlips(string text)
{
    /// <summary>The construct to which the lines below a value belong.</summary>
    public enum Openness
    {
        /// <summary>The value is complete.</summary>
        Closed,

        /// <summary>There is no value yet. It may be on the lines below.</summary>
        Empty,

        /// <summary>A plain text that the lines below may continue.</summary>
        Plain,

        /// <summary>A text after <c>|</c> or <c>&gt;</c>.</summary>
        Block,

        /// <summary>A quoted text or flow collection that is not closed yet.</summary>
        Bracketed,
    }

    /// <summary>The start of the innermost quoted text or flow collection that is open.</summary>
    public int Opened => _brackets.Count > 0 && _quote == '\0' ? _brackets.Peek() : _quoteStart;

    private readonly Stack<int> _brackets = new();
    private char _quote;
    private int _quoteStart;

    public Openness Read(YamlLine line, int at, out Slip? slip)
    {
        slip = null;
        at = SkipProperties(line, line.TrimStart(at));
        if (at == line.End || text[at] == '#')
        {
            return Openness.Empty;
        }

        char c = text[at];
        switch (c)
        {
            case '|' or '>':
                slip = OfBlockHeader(line, at);
                return Openness.Block;
            case '"' or '\'' or '[' or '{':
                return Continue(line, at, out slip);
            case '*':
                int end = at;
                while (end < line.End && text[end] is not (' ' or '\t'))
                {
                    end++;
                }

                int behind = line.TrimStart(end);
                slip = end == at + 1 || (behind < line.End && text[behind] != '#') ? Indicator(at, "an alias") : null;
                return Openness.Closed;
            case '&':
                slip = Indicator(at, "an anchor");
                return Openness.Closed;
            case '@' or '`' or '%' or ']' or '}' or ',':
                slip = new Slip(at, 1, $"A value cannot begin with '{c}'; put it in quotes");
                return Openness.Closed;
        }

        if (line.IsDash(at))
        {
            slip = new Slip(at, 1, "A list must begin on the line below its key");
            return Openness.Closed;
        }

        int colon = line.FindColon(at);
        slip = colon < 0 ? null : new Slip(colon, 1, "A value that contains ': ' must be in quotes, because it would look like another key");
        return Openness.Plain;
    }

    /// <summary>Continues in a quoted text or flow collection.</summary>
    public Openness Continue(YamlLine line, int at, out Slip? slip)
    {
        slip = null;
        for (; at < line.End; at++)
        {
            char c = text[at];
            if (_quote != '\0')
            {
                at = ReadQuoted(line, at, out slip);
                if (slip is not null)
                {
                    return Openness.Closed;
                }

                continue;
            }

            switch (c)
            {
                case '#' when at == line.Start || text[at - 1] is ' ' or '\t':
                    return _brackets.Count > 0 ? Openness.Bracketed : Openness.Closed;
                case '"' or '\'' when _brackets.Count == 0 || IsValueStart(line, at):
                    _quote = c;
                    _quoteStart = at;
                    break;
                case '[' or '{' when _brackets.Count == 0 || IsValueStart(line, at):
                    _brackets.Push(at);
                    break;
                case ']' or '}' when _brackets.Count > 0:
                    slip = text[_brackets.Pop()] == (c == ']' ? '[' : '{') ? null : new Slip(at, 1, $"This '{c}' does not match the open bracket");
                    if (slip is not null)
                    {
                        return Openness.Closed;
                    }

                    break;
            }

            if (_brackets.Count == 0 && _quote == '\0')
            {
                slip = OfTrailing(line, at + 1, c);
                return Openness.Closed;
            }
        }

        return _brackets.Count == 0 && _quote == '\0' ? Openness.Closed : Openness.Bracketed;
    }

    /// <summary>Reads to the end of the quoted text or of the line.</summary>
    private int ReadQuoted(YamlLine line, int at, out Slip? slip)
    {
        slip = null;
        for (; at < line.End; at++)
        {
            if (_quote == '"' && text[at] == '\\' && at + 1 < line.End)
            {
                if ("0abtnvfre \"/\\N_LPxuU\t".IndexOf(text[at + 1]) < 0)
                {
                    slip = new Slip(at, 2, $"'\\{text[at + 1]}' is not an escape; write '\\\\' for a backslash, or use single quotes");
                    return at;
                }

                at++;
            }
            else if (text[at] == _quote && _quote == '\'' && at + 1 < line.End && text[at + 1] == '\'')
            {
                at++;
            }
            else if (text[at] == _quote)
            {
                char quote = _quote;
                _quote = '\0';
                slip = _brackets.Count == 0 ? OfTrailing(line, at + 1, quote) : null;
                return at;
            }
        }

        return at;
    }

    private Slip? OfTrailing(YamlLine line, int at, char closed)
    {
        int next = line.TrimStart(at);
        if (next == line.End || (text[next] == '#' && next > at))
        {
            return null;
        }

        return text[next] switch
        {
            ',' => new Slip(next, 1, "A ',' is not allowed after a value here; in YAML, the next key is on the next line"),
            ']' or '}' => new Slip(next, 1, $"This '{text[next]}' has no opening bracket"),
            _ when closed == '\'' => new Slip(at - 1, 1, "There is text after this closing quote; within single quotes, write an apostrophe as ''"),
            _ when closed == '"' => new Slip(
                at - 1,
                1,
                "There is text after this closing quote; put the whole value in quotes, and write a quote within it as \\\""),
            _ => new Slip(next, 1, $"There is text after the '{closed}'; put the whole value in quotes"),
        };
    }

    private Slip? OfBlockHeader(YamlLine line, int at)
    {
        int next = at + 1;
        while (next < line.End && (text[next] is '+' or '-' || char.IsDigit(text[next])))
        {
            next++;
        }

        int behind = line.TrimStart(next);
        return behind == line.End || (text[behind] == '#' && behind > next) ? null
            : new Slip(behind, 1, $"The text after '{text[at]}' must begin on the next line");
    }

    /// <summary>Skips a tag and an anchor before the value.</summary>
    private int SkipProperties(YamlLine line, int at)
    {
        while (at + 1 < line.End && text[at] is '&' or '!' && text[at + 1] is not (' ' or '\t'))
        {
            while (at < line.End && text[at] is not (' ' or '\t'))
            {
                at++;
            }

            at = line.TrimStart(at);
        }

        return at;
    }

    /// <summary>
    /// In a flow collection, quotes and brackets begin a value only where a value may begin. Elsewhere they are part of a plain
    /// text.
    /// </summary>
    private bool IsValueStart(YamlLine line, int at)
    {
        int before = at - 1;
        while (before >= line.Start && text[before] is ' ' or '\t')
        {
            before--;
        }

        return before < line.Start || text[before] is '[' or '{' or ',' or ':';
    }

    private static Slip Indicator(int at, string what) =>
        new(at, 1, $"This character starts {what}; a value that starts with the character itself must be in quotes");
}
