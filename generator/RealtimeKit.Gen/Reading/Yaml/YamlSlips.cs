using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;
using static RealtimeKit.Gen.Reading.Yaml.YamlValueSlips;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Finds the line that an author should correct in a text that the YAML parser rejected. The parser notices most mistakes too
/// late, and many under another name. The lines are therefore checked again by their layout, up to where the parser stopped. The
/// first line that is invalid in block style is the result.
/// </summary>
internal sealed class YamlSlips
{
    private readonly string _text;
    private readonly Stack<Level> _levels = new();
    private YamlValueSlips _value;
    private Openness _open = Openness.Empty;

    // The indentation of the open value's owner, and where the value begins on a line of its own.
    private int _parent = -1;
    private YamlLine? _ownLine;

    private YamlSlips(string text)
    {
        _text = text;
        _value = new YamlValueSlips(text);
    }

    /// <param name="text">The whole text.</param>
    /// <param name="lastLine">The line at which the parser stopped, from zero. It may have read the next line.</param>
    public static Slip? Find(string text, int lastLine)
    {
        var slips = new YamlSlips(text);
        foreach (YamlLine line in YamlLine.Of(text))
        {
            // Only the lines below show what is open there.
            if (line.Number > lastLine + 1 && slips._open != Openness.Bracketed)
            {
                return null;
            }

            if (slips.Read(line, out bool isOutOfReach) is { } slip)
            {
                return slip;
            }

            if (isOutOfReach)
            {
                return null;
            }
        }

        return slips._open == Openness.Bracketed ? slips.Unclosed() : null;
    }

    private Slip? Read(YamlLine line, out bool isOutOfReach)
    {
        isOutOfReach = false;
        if (_open == Openness.Block && (line.Indent > _parent || line.Content == line.End))
        {
            return null;
        }

        if (line.StartsWith("<<<<<<< ") || line.StartsWith(">>>>>>> "))
        {
            return new Slip(line.Content, 7, "This is an unresolved Git merge conflict");
        }

        if (_open == Openness.Bracketed)
        {
            return ReadBracketed(line);
        }

        if (line.IsBlankOrComment || line.StartsWith("---") || line.StartsWith("...") || line.StartsWith("%"))
        {
            return null;
        }

        isOutOfReach = line.StartsWith("? ") || (_levels.Count == 0 && _text[line.Content] is '{' or '[');
        return isOutOfReach ? null : OfIndentation(line) ?? (IsContinuation(line) ? ReadContinuation(line) : ReadLine(line));
    }

    private bool IsContinuation(YamlLine line) => _open == Openness.Plain && line.Indent > _parent;

    private Slip? OfIndentation(YamlLine line)
    {
        char c = _text[line.Content];
        return c == '\t' && !IsContinuation(line) ? new Slip(line.Content, 1, "A tab cannot indent a line of YAML; use spaces")
            : c is '\u00a0' or '\u3000' or '\u200b' or '\ufeff'
                or (>= '\u2000' and <= '\u200a') ? new Slip(line.Content, 1, $"The character U+{(int)c:X4} is not a space; indent with spaces")
            : null;
    }

    private Slip? ReadBracketed(YamlLine line)
    {
        int at = line.TrimStart(line.Content);
        bool looksLikeBlock = at < line.End && line.Indent <= _parent && (line.IsDash(at) || line.FindColon(at) > 0) && _text[at] is not ('"'
            or '\'' or '}' or ']' or '#');
        if (looksLikeBlock)
        {
            return Unclosed();
        }

        _open = _value.Continue(line, line.Start, out Slip? slip);
        return slip;
    }

    private Slip Unclosed()
    {
        int at = _value.Opened;
        string what = _text[at] is '"' or '\'' ? $"The quote {_text[at]} that opens here is not closed" : $"The '{_text[at]}' that opens here is not closed";
        return new Slip(at, 1, what);
    }

    /// <summary>Checks a line that continues a plain text. It may contain anything except a key.</summary>
    private Slip? ReadContinuation(YamlLine line)
    {
        if (line.FindColon(line.Content) < 0)
        {
            return null;
        }

        if (_ownLine is { } own)
        {
            return OfMissingColon(own, own.Content);
        }

        return new Slip(line.Content, 1, "This line is indented further than the key above it, which already has a value");
    }

    private Slip? ReadLine(YamlLine line)
    {
        bool canHaveChild = _open == Openness.Empty;
        bool hasPopped = false;
        while (_levels.Count > 0
            && (_levels.Peek().Indent > line.Indent
                || (_levels.Peek() is { IsList: true } list && list.Indent == line.Indent && !line.IsDash(line.Content) && HasMappingBelow(line.Indent))))
        {
            _levels.Pop();
            hasPopped = true;
        }

        Level? top = _levels.Count > 0 ? _levels.Peek() : null;
        bool isDash = line.IsDash(line.Content);
        if (top is null || top.Value.Indent < line.Indent)
        {
            if (top is not null && (hasPopped || !canHaveChild))
            {
                return new Slip(
                    line.Content,
                    1,
                    hasPopped ? OfNoLevel(line) : "This line is indented further than the line above it, which already has a value");
            }

            if (isDash || KeyEnd(line, line.Content) >= 0)
            {
                _levels.Push(new Level(line.Indent, isDash));
            }
        }
        else if (isDash && !top.Value.IsList)
        {
            if (!canHaveChild || hasPopped)
            {
                return new Slip(line.Content, 1, "A list item is not allowed between the keys of a mapping");
            }

            _levels.Push(new Level(line.Indent, IsList: true));
        }
        else if (!isDash && top.Value.IsList)
        {
            return OfTightDash(line) ?? new Slip(line.Content, 1, "Expected '- ' before this item, as before the other items of the list");
        }

        return ReadEntry(line);
    }

    /// <summary>Reads the dashes, the key and the value of a line.</summary>
    private Slip? ReadEntry(YamlLine line)
    {
        int at = line.Content;
        int parent = line.Indent;
        bool isItem = false;
        while (line.IsDash(at))
        {
            parent = at - line.Start;
            at = line.TrimStart(at + 1);
            isItem = true;
            if (line.IsDash(at))
            {
                _levels.Push(new Level(at - line.Start, IsList: true));
            }
        }

        int colon = at == line.End || _text[at] == '#' ? -1 : KeyEnd(line, at);
        if (colon >= 0)
        {
            if (isItem)
            {
                parent = at - line.Start;
                _levels.Push(new Level(parent, IsList: false));
            }

            if (OfTightDash(line) is { } dash)
            {
                return dash;
            }
        }
        else if (!isItem && _levels.Count > 0 && _levels.Peek().Indent == line.Indent && _text[at] is not ('&' or '!'))
        {
            return OfMissingColon(line, at);
        }

        // A text on a line of its own is the value of the key above it.
        _ownLine = colon < 0 && !isItem ? line : null;
        _parent = _ownLine is null ? parent : _levels.Count > 0 ? _levels.Peek().Indent : -1;
        _value = new YamlValueSlips(_text);
        _open = _value.Read(line, colon < 0 ? at : colon + 1, out Slip? slip);
        return slip;
    }

    /// <summary>Returns the position of the colon that ends the key, or a negative number if there is no key.</summary>
    private int KeyEnd(YamlLine line, int at)
    {
        if (_text[at] is not ('"' or '\''))
        {
            return _text[at] is '[' or '{' or '|' or '>' or '#' ? -1 : line.FindColon(at);
        }

        int end = at + 1;
        while (end < line.End && _text[end] != _text[at])
        {
            end += _text[end] == '\\' && _text[at] == '"' ? 2 : 1;
        }

        int colon = end < line.End ? line.TrimStart(end + 1) : line.End;
        return colon < line.End && _text[colon] == ':' ? colon : -1;
    }

    private Slip OfMissingColon(YamlLine line, int at)
    {
        if (string.CompareOrdinal(_text, at, "//", 0, 2) == 0)
        {
            return new Slip(at, 2, "A comment begins with '#' in YAML");
        }

        int colon = line.FindTightColon(at);
        return colon > 0 ? new Slip(colon, 1, "A space must follow the ':' after a key")
            : new Slip(at, line.End - at, "Expected ':' after this key; if the line continues the text above it, put that text in quotes");
    }

    private Slip? OfTightDash(YamlLine line) =>
        _text[line.Content] == '-' && line.Content + 1 < line.End && char.IsLetter(_text[line.Content + 1])
            ? new Slip(line.Content, 1, "A space must follow the '-' before a list item")
            : null;

    private string OfNoLevel(YamlLine line)
    {
        string levels = string.Join(
            " or ",
            _levels
                .Select(static level => level.Indent)
                .Distinct()
                .Take(2)
                .OrderByDescending(static indent => indent)
                .Select(static indent => indent.Invariant()));
        return $"This line is indented by {line.Indent.Invariant()} spaces, which matches no level that is open above it; the nearest have {levels} spaces";
    }

    private bool HasMappingBelow(int indent) => _levels.Skip(1).Any(level => level.Indent == indent && !level.IsList);

    /// <summary>An open block collection, and the indentation of its entries.</summary>
    private readonly record struct Level(int Indent, bool IsList);
}
