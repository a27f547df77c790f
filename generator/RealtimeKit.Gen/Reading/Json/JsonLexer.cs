using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// Skips the tokens of JSON, and accepts the same as <see cref="JsonScanner"/>. It neither copies nor explains anything, and is
/// therefore twice as fast.
/// </summary>
internal sealed class JsonLexer
{
    private int _line;
    private int _lineStart;

    public JsonLexer(string text)
    {
        Text = text;
        At = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public string Text { get; }

    public int At { get; private set; }

    public int Line => _line;

    public int LineStart => _lineStart;

    /// <summary>Gets the current character, or NUL at the end of the text.</summary>
    public char Current => At < Text.Length ? Text[At] : '\0';

    public bool IsAtEnd => At >= Text.Length;

    public void Advance() => At++;

    public void SkipBlank() => At = JsonBlank.FindEnd(Text, At, ref _line, ref _lineStart);

    /// <param name="length">The length of the scalar's text, without escapes.</param>
    public bool TrySkipScalar(out int length)
    {
        int start = At;
        switch (Current)
        {
            case '"':
                return TrySkipString(out _, out length);
            case 't':
                return TrySkipLiteral("true", out length);
            case 'f':
                return TrySkipLiteral("false", out length);
            case 'n':
                return TrySkipLiteral("null", out length);
            case '-' or (>= '0' and <= '9'):
                At = JsonNumber.FindEnd(Text, start, out SpecScalarKind _, out string? fault);
                length = At - start;
                return fault is null;
            default:
                length = 0;
                return false;
        }
    }

    /// <param name="start">The position after the opening quote.</param>
    /// <param name="length">The length of the text without escapes.</param>
    public bool TrySkipString(out int start, out int length)
    {
        string text = Text;
        int at = start = At + 1;
        int inEscapes = 0;
        while (at < text.Length && text[at] != '"')
        {
            char c = text[at++];
            if (c == '\\')
            {
                int more = SkipEscape(text, ref at);
                inEscapes += more;
                if (more == 0)
                {
                    break;
                }
            }
            else if (c < ' ')
            {
                at = text.Length;
            }
        }

        length = at - start - inEscapes;
        At = at + 1;
        return at < text.Length && text[at] == '"';
    }

    /// <summary>Skips the characters after a backslash.</summary>
    /// <returns>The number of characters that the escape is longer than the character for which it stands; 0 if it is not valid.</returns>
    private static int SkipEscape(string text, ref int at)
    {
        char c = at < text.Length ? text[at] : '\0';
        if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't')
        {
            at++;
            return 1;
        }

        if (c != 'u' || text.Length - at < 5)
        {
            at = text.Length;
            return 0;
        }

        for (int i = 1; i <= 4; i++)
        {
            if (text[at + i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                at = text.Length;
                return 0;
            }
        }

        at += 5;
        return 5;
    }

    private bool TrySkipLiteral(string literal, out int length)
    {
        length = literal.Length;
        bool isHere = string.CompareOrdinal(Text, At, literal, 0, length) == 0;
        At += length;
        return isHere;
    }
}
