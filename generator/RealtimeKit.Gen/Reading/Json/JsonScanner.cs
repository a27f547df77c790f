using System.Globalization;
using System.Text;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// Scans the tokens of JSON (RFC 8259): strings, numbers, literals and white space, with their lines. A lone surrogate is kept,
/// whether it is written directly or as an escape. It is valid JSON, a pattern may contain one, and emitted text is escaped.
/// </summary>
internal sealed class JsonScanner(SpecSource source, TextPool texts)
{
    /// <summary>The longest string that is pooled. Longer strings are descriptions, which rarely repeat.</summary>
    private const int LongestPooled = 64;

    private readonly string _text = source.Text;
    private StringBuilder? _unescaped;
    private int _line;
    private int _lineStart;

    public int At { get; private set; }

    public ReadFault? Fault { get; private set; }

    /// <summary>Gets the current character, or NUL at the end of the text; see <see cref="IsAtEnd"/>.</summary>
    public char Current => At < _text.Length ? _text[At] : '\0';

    public bool IsAtEnd => At >= _text.Length;

    public SpecPosition Here(int length = 1) => From(At, IsAtEnd ? 0 : length);

    public void Advance() => At++;

    /// <summary>Continues at another position, whose line is known.</summary>
    public void MoveTo(int at, int line, int lineStart)
    {
        At = at;
        _line = line;
        _lineStart = lineStart;
    }

    public void SkipBlank()
    {
        if (At == 0 && Current == '\uFEFF')
        {
            At++;
        }

        At = JsonBlank.FindEnd(_text, At, ref _line, ref _lineStart);
    }

    /// <summary>Reads a string and returns its number in the pool.</summary>
    public bool TryReadKey(out int key, out SpecPosition position)
    {
        if (TryFindEnd(out int start, out int end, out bool isEscaped, out position))
        {
            key = isEscaped ? texts.Intern(_unescaped!.ToString()) : texts.Intern(_text, start, end - start);
            return true;
        }

        key = 0;
        return false;
    }

    /// <summary>Reads a scalar. Without a fault, there is no scalar here.</summary>
    public bool TryReadScalar(out SpecPosition position, out SpecScalarKind kind, out string text)
    {
        (kind, text) = Current switch
        {
            't' => (SpecScalarKind.Boolean, "true"),
            'f' => (SpecScalarKind.Boolean, "false"),
            'n' => (SpecScalarKind.Null, "null"),
            _ => (SpecScalarKind.String, ""),
        };
        switch (Current)
        {
            case 't' or 'f' or 'n':
                return TryReadLiteral(text, out position);
            case '"':
                return TryReadString(out text, out position);
            case '-' or (>= '0' and <= '9'):
                return TryReadNumber(out text, out kind, out position);
            default:
                position = default;
                return false;
        }
    }

    private bool TryReadString(out string value, out SpecPosition position)
    {
        value = "";
        if (!TryFindEnd(out int start, out int end, out bool isEscaped, out position))
        {
            return false;
        }

        int length = end - start;
        value = isEscaped ? _unescaped!.ToString()
            : length > LongestPooled ? _text.Substring(start, length)
            : texts[texts.Intern(_text, start, length)];
        return true;
    }

    private bool TryReadLiteral(string literal, out SpecPosition position)
    {
        position = Here(literal.Length);
        if (string.CompareOrdinal(_text, At, literal, 0, literal.Length) != 0)
        {
            Refuse(Here(), "Expected '" + literal + "', but found " + Found());
            return false;
        }

        At += literal.Length;
        return true;
    }

    private bool TryReadNumber(out string value, out SpecScalarKind kind, out SpecPosition position)
    {
        int start = At;
        At = JsonNumber.FindEnd(_text, start, out kind, out string? fault);
        position = From(start, At - start);
        value = "";
        if (fault is not null)
        {
            Refuse(Here(), fault + Found());
            return false;
        }

        value = At - start > LongestPooled ? _text.Substring(start, At - start) : texts[texts.Intern(_text, start, At - start)];
        return true;
    }

    /// <summary>Returns a description of the current token for a message.</summary>
    public string Found() => IsAtEnd ? "the end of the text"
        : Current < ' ' || char.IsSurrogate(Current) || Current == '\uFEFF' ? "the character U+" + ((int)Current).ToString("X4", CultureInfo.InvariantCulture)
        : "'" + Current + "'";

    public void Refuse(SpecPosition position, string message) => Fault ??= ReadFault.NotReadable(source, position, message);

    private bool TryFindEnd(out int start, out int end, out bool isEscaped, out SpecPosition position)
    {
        string text = _text;
        int open = At;
        start = open + 1;
        isEscaped = false;
        int copied = start;
        int at = start;
        for (; at < text.Length && text[at] != '"'; at++)
        {
            char c = text[at];
            if (c == '\\')
            {
                if (!TryUnescape(at, ref copied, ref isEscaped))
                {
                    position = default;
                    end = at;
                    return false;
                }

                at = copied - 1;
            }
            else if (c < ' ')
            {
                At = at;
                Refuse(Here(), c is '\n' or '\r' ? "Expected '\"' before the end of the line" : "Expected " + Found() + " to be written as an escape");
                break;
            }
        }

        end = at;
        position = From(open, at + 1 - open);
        if (at == text.Length)
        {
            Refuse(From(open, 1), "The string that starts here has no closing '\"'");
        }

        if (Fault is not null)
        {
            return false;
        }

        if (isEscaped)
        {
            _unescaped!.Append(text, copied, at - copied);
        }

        At = at + 1;
        return true;
    }

    /// <summary>Appends the text before an escape, and the character that the escape stands for.</summary>
    /// <param name="at">The position of the backslash.</param>
    /// <param name="copied">The end of what has been appended so far.</param>
    /// <param name="isEscaped">Whether the string has escapes so far.</param>
    private bool TryUnescape(int at, ref int copied, ref bool isEscaped)
    {
        _unescaped = isEscaped ? _unescaped! : (_unescaped ?? new StringBuilder()).Clear();
        isEscaped = true;
        _unescaped.Append(_text, copied, at - copied);
        At = at;
        return TryReadEscape(out copied);
    }

    private bool TryReadEscape(out int next)
    {
        next = At + 2;
        char c = next <= _text.Length ? _text[At + 1] : '\0';
        char unescaped = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (c == 'u' && TryReadHex(At + 2, out int code))
        {
            unescaped = (char)code;
            next = At + 6;
        }
        else if (unescaped == '\0')
        {
            Refuse(
                From(At, Math.Min(2, _text.Length - At)),
                c == 'u' ? "Expected four hexadecimal digits after '\\u'" : "Expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
            return false;
        }

        _unescaped!.Append(unescaped);
        return true;
    }

    private bool TryReadHex(int start, out int code)
    {
        code = 0;
        for (int i = start; i < start + 4; i++)
        {
            int digit = i < _text.Length ? HexDigit(_text[i]) : -1;
            if (digit < 0)
            {
                return false;
            }

            code = (code * 16) + digit;
        }

        return true;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private SpecPosition From(int offset, int length) => new(offset, length, _line, offset - _lineStart);
}
