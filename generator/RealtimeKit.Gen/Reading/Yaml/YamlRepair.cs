using System.Text;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Rewrites valid YAML that YamlDotNet rejects as equivalent YAML that it accepts. Only a rejected text is repaired, and no
/// repair changes lines or columns.
/// </summary>
internal static class YamlRepair
{
    /// <summary>
    /// Returns whether a blank line follows what looks like the header of a block scalar. YamlDotNet rejects it, possibly after a
    /// long time, so the text is repaired first.
    /// </summary>
    public static bool IsSureToBeRefused(string text)
    {
        for (int at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            int end = at + 1;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            if (end > at + 1 && end < text.Length && text[end] is '\r' or '\n' && IsHeadBefore(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeadBefore(string text, int end)
    {
        int at = end - 1;
        while (at > 0 && text[at] is '\r' or ' ' or '+' or '-')
        {
            at--;
        }

        return at > 0 && text[at] is '|' or '>' && text[at - 1] == ' ';
    }

    /// <summary>
    /// Removes the blanks of blank lines outside of block scalars. YamlDotNet rejects tabs there, and blanks above the content of
    /// a block scalar or in one without content. Returns null if there are none.
    /// </summary>
    public static string? EmptyBlankLines(string text)
    {
        StringBuilder? repaired = null;
        int copied = 0;
        var scalar = default(BlockScalar);
        var blanks = new List<(int Start, int End)>();
        for (int start = 0; start < text.Length;)
        {
            int end = EndOfLine(text, start);
            int indent = CountBlank(text, start, end, mayBeTab: false);
            int blank = CountBlank(text, start, end, mayBeTab: true);
            if (blank == end - start && (blank == indent || !scalar.IsOpen))
            {
                blanks.Add((start, end));
            }
            else
            {
                // Blanks above the content of a scalar have no meaning if they are not wider than its indentation.
                Empty(scalar.IsFilled ? 0 : scalar.IsOpen && indent > scalar.Parent ? indent : int.MaxValue);
                scalar = scalar.IsOpen && indent > scalar.Parent ? scalar.Filled() : BlockScalar.StartingOn(text, start, end, indent);
            }

            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        Empty(scalar.IsFilled ? 0 : int.MaxValue);
        return repaired?.Append(text, copied, text.Length - copied).ToString();

        void Empty(int longest)
        {
            foreach ((int start, int end) in blanks)
            {
                if (end > start && end - start <= longest)
                {
                    repaired = (repaired ?? new StringBuilder(text.Length)).Append(text, copied, start - copied);
                    copied = end;
                }
            }

            blanks.Clear();
        }
    }

    /// <summary>
    /// Moves a colon at the start of a line of a flow mapping to the end of the line before, because YamlDotNet ends a plain key
    /// with its line. Returns null if no line starts with a colon.
    /// </summary>
    public static string? JoinColon(string text, int offset)
    {
        if (offset >= text.Length || text[offset] != ':')
        {
            return null;
        }

        int end = offset;
        while (end > 0 && text[end - 1] is ' ' or '\t' or '\r' or '\n')
        {
            end--;
        }

        return end == 0 || text.IndexOfAny(['\r', '\n'], end, offset - end) < 0 ? null
            : text.Substring(0, end) + ":" + text.Substring(end, offset - end) + " " + text.Substring(offset + 1);
    }

    private static int EndOfLine(string text, int start)
    {
        int end = text.IndexOfAny(['\r', '\n'], start);
        return end < 0 ? text.Length : end;
    }

    private static int CountBlank(string text, int start, int end, bool mayBeTab)
    {
        int at = start;
        while (at < end && (text[at] == ' ' || (mayBeTab && text[at] == '\t')))
        {
            at++;
        }

        return at - start;
    }

    /// <summary>
    /// A block scalar, judged by the line on which it begins. A plain scalar may look the same, which at most causes an
    /// unnecessary repair.
    /// </summary>
    /// <param name="IsOpen">Whether a scalar is open.</param>
    /// <param name="Parent">The column of the key or dash that the scalar belongs to. Its content is indented further.</param>
    /// <param name="IsFilled">Whether content has been found, or the header gives the indentation.</param>
    private readonly record struct BlockScalar(bool IsOpen, int Parent, bool IsFilled)
    {
        public BlockScalar Filled() => this with { IsFilled = true };

        public static BlockScalar StartingOn(string text, int start, int end, int indent)
        {
            int head = FindHead(text, start, end, out bool isIndentGiven);
            if (head < 0)
            {
                return default;
            }

            int parent = -1;
            int at = start + indent;
            while (at + 1 < end && text[at] is '-' or '?' or ':' && text[at + 1] is ' ' or '\t')
            {
                parent = at - start;
                at += 1 + CountBlank(text, at + 1, end, mayBeTab: true);
            }

            bool startsDocument = string.CompareOrdinal(text, start, "---", 0, 3) == 0;
            bool isKey = at < head && text[at] is not ('!' or '&') && !startsDocument;
            return new BlockScalar(IsOpen: true, isKey ? at - start : parent, isIndentGiven);
        }

        private static int FindHead(string text, int start, int end, out bool isIndentGiven)
        {
            for (int i = start; i < end; i++)
            {
                isIndentGiven = false;
                if (text[i] is '|' or '>' && (i == start || text[i - 1] is ' ' or '\t'))
                {
                    int after = i + 1;
                    while (after < end && text[after] is '+' or '-' or (>= '0' and <= '9'))
                    {
                        isIndentGiven |= text[after] is not ('+' or '-');
                        after++;
                    }

                    int next = after + CountBlank(text, after, end, mayBeTab: true);
                    if (next == end || (next > after && text[next] == '#'))
                    {
                        return i;
                    }
                }
            }

            isIndentGiven = false;
            return -1;
        }
    }
}
