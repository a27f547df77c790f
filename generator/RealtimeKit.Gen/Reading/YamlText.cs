using YamlDotNet.Core;

namespace RealtimeKit.Gen.Reading;

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

    public YamlText(string text)
    {
        _start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        Text = text.Substring(_start);
        if (text.IndexOfAny(Masked.ToCharArray()) >= 0)
        {
            _masks = UnusedIn(text, Masked.Length);
            Text = Replace(Text, Masked, _masks);
        }
    }

    public string Text { get; }

    public string Restore(string value) => _masks is null ? value : Replace(value, _masks, Masked);

    public SpecPosition PositionOf(in Mark start, in Mark end)
    {
        int length = end.Line == start.Line ? (int)(end.Index - start.Index) : 0;
        int line = (int)start.Line - 1;
        return new SpecPosition((int)start.Index + _start, length, line, (int)start.Column - 1 + (line == 0 ? _start : 0));
    }

    private static string Replace(string text, string from, string to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            text = text.Replace(from[i], to[i]);
        }

        return text;
    }

    /// <summary>Characters of private use that the text does not use.</summary>
    private static string UnusedIn(string text, int count)
    {
        string unused = "";
        for (char c = '\uE000'; unused.Length < count; c++)
        {
            if (text.IndexOf(c) < 0)
            {
                unused += c;
            }
        }

        return unused;
    }
}
