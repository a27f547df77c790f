namespace RealtimeKit.Gen.Reading.Text;

/// <summary>Places in a text by offset, for those few who need one: faults and what explains them.</summary>
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
