using RealtimeKit.Gen.Reading.Text;
using YamlDotNet.Core;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// The text that is passed to YamlDotNet, with a mapping to positions in the original. YamlDotNet does not accept a byte order
/// mark in a string, and treats U+0085, U+2028 and U+2029 as line breaks, as in YAML 1.1 but not in 1.2. These characters are
/// replaced.
/// </summary>
internal sealed class YamlText
{
    private const string Masked = "\u0085\u2028\u2029";

    private readonly int _start;
    private readonly string? _masks;

    // The starts of the original's lines, after a repair has moved offsets.
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

    /// <summary>Returns the text with a repair that keeps lines and columns.</summary>
    public YamlText Reworded(string text) => new(this, text);

    /// <summary>
    /// Returns the position of the first control character that YAML does not allow, or a negative number. YamlDotNet accepts
    /// most of them as letters.
    /// </summary>
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

    /// <summary>Returns the position of a character in the original.</summary>
    public SpecPosition PositionOf(int offset)
    {
        int[] lines = _lines ?? FindLines(Original);
        int found = Array.BinarySearch(lines, offset);
        int line = found < 0 ? ~found - 1 : found;
        return new SpecPosition(offset, offset < Original.Length ? 1 : 0, line, offset - lines[line]);
    }

    /// <summary>Returns the line of a position in the text. Repairs do not move lines.</summary>
    public int LineOf(int offset) => TextLines.PositionOf(Text, Math.Min(offset, Text.Length)).Line;

    public string Restore(string value) => _masks is null ? value : Replace(value, _masks, Masked);

    public SpecPosition PositionOf(in Mark start, in Mark end)
    {
        // At the end, YamlDotNet counts characters and lines that the text does not have.
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

    /// <summary>Returns private-use characters that the text does not contain, or null if it contains nearly all of them.</summary>
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
