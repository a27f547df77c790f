using RealtimeKit.Gen.Reading.Text;
using YamlDotNet.Core;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// The text as YamlDotNet is given it, and the way back to the places and characters of the original. YamlDotNet knows
/// no byte order mark in a string, and takes U+0085, U+2028 and U+2029 for line breaks, as YAML 1.1 did and 1.2 does
/// not: they go in under other names.
/// </summary>
internal sealed class YamlText
{
    private const string Masked = "\u0085\u2028\u2029";

    private readonly int _start;
    private readonly string? _masks;

    // Where the lines of the original start, once a repair has moved offsets.
    private readonly int[]? _lines;

    public YamlText(string text)
    {
        Original = text;
        _start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        Text = text.Substring(_start);
        if (text.IndexOfAny(Masked.ToCharArray()) >= 0 && FindUnused(text) is { } masks)
        {
            _masks = masks;
            Text = Replace(Text, Masked, masks);
        }
    }

    private YamlText(YamlText source, string text)
    {
        Original = source.Original;
        Text = text;
        _start = source._start;
        _masks = source._masks;
        _lines = source._lines ?? FindLines(Original);
    }

    public string Text { get; }

    private string Original { get; }

    /// <summary>The same text in other words, which stand on the same lines and columns.</summary>
    public YamlText Reworded(string text) => new(this, text);

    /// <summary>Where the first control character stands that YAML does not allow, or less than zero; YamlDotNet takes most of them for letters.</summary>
    public static int IndexOfControl(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\n' or '\r' or '\t'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The place of one character of the original.</summary>
    public SpecPosition PositionOf(int offset)
    {
        int[] lines = _lines ?? FindLines(Original);
        int found = Array.BinarySearch(lines, offset);
        int line = found < 0 ? ~found - 1 : found;
        return new SpecPosition(offset, offset < Original.Length ? 1 : 0, line, offset - lines[line]);
    }

    /// <summary>The line of a place in the text as it is read, which repairs do not move.</summary>
    public int LineOf(int offset) => TextLines.PositionOf(Text, Math.Min(offset, Text.Length)).Line;

    public string Restore(string value) => _masks is null ? value : Replace(value, _masks, Masked);

    public SpecPosition PositionOf(in Mark start, in Mark end)
    {
        // At its end YamlDotNet counts characters and lines that the text does not have.
        if (start.Index >= Text.Length)
        {
            return PositionOf(Original.Length);
        }

        int line = (int)start.Line - 1;
        int column = (int)start.Column - 1 + (line == 0 ? _start : 0);
        int offset = _lines is null ? (int)start.Index + _start : _lines[line] + column;
        int length = end.Line == start.Line ? (int)(end.Index - start.Index) : 0;
        return new SpecPosition(offset, Math.Max(0, Math.Min(length, Original.Length - offset)), line, column);
    }

    private static int[] FindLines(string text)
    {
        List<int> lines = [0];
        for (int at = 0; (at = text.IndexOfAny(['\r', '\n'], at)) >= 0;)
        {
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            lines.Add(at);
        }

        return lines.ToArray();
    }

    private static string Replace(string text, string from, string to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            text = text.Replace(from[i], to[i]);
        }

        return text;
    }

    /// <summary>Characters of private use that the text does not use; null where it uses nearly all.</summary>
    private static string? FindUnused(string text)
    {
        const char first = '\uE000', last = '\uF8FF';
        var isUsed = new bool[last - first + 1];
        foreach (char c in text)
        {
            if (c is >= first and <= last)
            {
                isUsed[c - first] = true;
            }
        }

        string unused = "";
        for (int i = 0; i < isUsed.Length && unused.Length < Masked.Length; i++)
        {
            unused += isUsed[i] ? "" : (char)(first + i);
        }

        return unused.Length == Masked.Length ? unused : null;
    }
}
