namespace RealtimeKit.Gen.Reading.Text;

/// <summary>Finds lines and columns by offset, for diagnostics.</summary>
internal static class TextLines
{
    public static SpecPosition PositionOf(string text, int offset, int length = 1)
    {
        int line = 0;
        int lineStart = 0;
        for (int at = 0; at < offset && at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                line++;
                lineStart = at + 1;
            }
        }

        return new SpecPosition(offset, Math.Max(0, Math.Min(length, text.Length - offset)), line, offset - lineStart);
    }
}
