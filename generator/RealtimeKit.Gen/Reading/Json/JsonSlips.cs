using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// Finds common mistakes in hand-written JSON, and where they are. The parser notices a missing comma only at the next key, and a
/// trailing comma only at the next bracket.
/// </summary>
internal static class JsonSlips
{
    /// <param name="at">The position where the parser stopped.</param>
    /// <param name="isAfterValue">Whether a comma or a closing bracket was expected.</param>
    /// <returns>The place and the message, or null if there is no common mistake.</returns>
    public static Slip? Explain(string text, int at, bool isAfterValue)
    {
        char c = at < text.Length ? text[at] : '\0';
        int before = LastBefore(text, at);
        switch (c)
        {
            case '/' when at + 1 < text.Length && text[at + 1] is '/' or '*':
                return new Slip(at, 2, "JSON has no comments; remove this one");
            case '#':
                return new Slip(at, 1, "JSON has no comments; remove this one");
            case '}' or ']' when before >= 0 && text[before] == ',':
                return new Slip(before, 1, $"Nothing follows this ',' before the '{c}'; JSON has no trailing commas");
            case ',' when before >= 0 && text[before] is ',' or '[' or '{' or ':':
                return new Slip(at, 1, $"Expected a value or a property before this ',', after '{text[before]}'");
            case '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D':
                return new Slip(at, 1, $"Expected straight double quotes (\"), but found {c}");
            case '=' when !isAfterValue:
                return new Slip(at, 1, "Expected ':' after the property name, but found '='");
            case ';' when isAfterValue:
                return new Slip(at, 1, "Expected ',', but found ';'");
        }

        if (isAfterValue && before >= 0 && (c is '"' or '{' or '[' or '-' || char.IsLetterOrDigit(c)) && IsLineBreakBetween(text, before, at))
        {
            return new Slip(before, 1, "Expected ',' after this value, before the next line");
        }

        return isAfterValue ? null : ExplainWord(text, at);
    }

    /// <summary>Returns the position of the innermost unclosed bracket, determined by indentation, or null.</summary>
    public static (int Opened, int At)? FindUnclosed(string text)
    {
        Stack<int> open = new();
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = EndOfString(text, at);
                    break;
                case '{' or '[':
                    open.Push(at);
                    break;
                case '}' or ']' when open.Count > 0:
                    int opened = open.Pop();
                    if (text[opened] != (text[at] == '}' ? '{' : '[') || (IsFirstOfLine(text, at) && Indent(text, opened) > Indent(text, at)))
                    {
                        return (opened, at);
                    }

                    break;
            }
        }

        return open.Count == 0 ? null : (open.Peek(), text.Length);
    }

    private static Slip? ExplainWord(string text, int at)
    {
        int end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
        {
            end++;
        }

        string word = text.Substring(at, Math.Min(end - at, 40));
        string? message = word.Length == 0 || !(char.IsLetter(word[0]) || word[0] is '_' or '$') ? null
            : word is "True" or "TRUE" or "False" or "FALSE" ? $"'{word}' is written '{word.ToLowerInvariant()}' in JSON"
            : word is "None" or "undefined" or "nil" or "NULL" or "Null" ? $"'{word}' is written 'null' in JSON"
            : word is "NaN" or "Infinity" ? $"JSON has no number '{word}'"
            : $"'{word}' must be in double quotes";
        return message is null ? null : new Slip(at, end - at, message);
    }

    private static int LastBefore(string text, int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && text[at] is ' ' or '\t' or '\r' or '\n');

        return at;
    }

    private static bool IsLineBreakBetween(string text, int from, int to) => text.IndexOfAny(['\r', '\n'], from, to - from) >= 0;

    private static int EndOfString(string text, int at)
    {
        for (at++; at < text.Length && text[at] is not ('"' or '\n'); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return at;
    }

    private static bool IsFirstOfLine(string text, int at) => text.Substring(LineStart(text, at), at - LineStart(text, at)).Trim().Length == 0;

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], at - 1) + 1;

    private static int Indent(string text, int at)
    {
        int start = LineStart(text, at);
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return end - start;
    }
}
