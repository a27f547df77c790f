using RealtimeKit.Gen.Reading.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Checks the rules of YAML 1.2 on tabs, indentation and directives that YamlDotNet does not check. The events determine the few
/// lines that can violate them. One rule is not enforced, because violations are common: the closing bracket of a flow collection
/// may be in the column of its key.
/// </summary>
internal sealed class YamlLayout(SpecSource source, YamlText text)
{
    private readonly Stack<int> _indents = new();
    private Mark _flowStart;
    private int _flowDepth;
    private int _unindented;

    public ReadFault? Fault { get; private set; }

    public bool IsInFlow => _flowDepth > 0;

    public bool Accepts(ParsingEvent current)
    {
        switch (current)
        {
            case MappingStart start:
                return Open(start, start.Style == MappingStyle.Flow);
            case SequenceStart start:
                return Open(start, start.Style == SequenceStyle.Flow);
            case MappingEnd or SequenceEnd:
                return Close(current);
            case Scalar { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } scalar:
                SettleIndent(scalar);
                return _flowDepth > 0 || scalar.Start.Line == scalar.End.Line || AreIndented(scalar.Start, scalar.End, isFlow: false);
            case Scalar or AnchorAlias:
                SettleIndent(current);
                return true;
            case DocumentStart start:
                return AreDirectivesClean((int)(start.IsImplicit ? start.Start : start.End).Index, start.IsImplicit);
            default:
                return true;
        }
    }

    private bool Open(NodeEvent start, bool isFlow)
    {
        SettleIndent(start);
        if (isFlow)
        {
            _flowStart = _flowDepth++ == 0 ? start.Start : _flowStart;
            return true;
        }

        if (start.Anchor.IsEmpty && start.Tag.IsEmpty)
        {
            _indents.Push((int)start.Start.Column - 1);
            return IsIndentedBySpaces(start.Start);
        }

        // The event starts at the anchor or tag. The collection is on a line below, and its first child determines the line.
        _indents.Push(-1);
        _unindented++;
        return true;
    }

    private bool Close(ParsingEvent end)
    {
        if (_flowDepth == 0)
        {
            _unindented -= _indents.Pop() < 0 ? 1 : 0;
            return true;
        }

        return --_flowDepth > 0 || _flowStart.Line == end.End.Line || AreIndented(_flowStart, end.End, isFlow: true);
    }

    private void SettleIndent(ParsingEvent child)
    {
        if (_unindented > 0 && _flowDepth == 0 && _indents.Peek() < 0)
        {
            int lineStart = (int)(child.Start.Index - child.Start.Column + 1);
            _indents.Pop();
            _indents.Push(CountSpaces(lineStart));
            _unindented--;
        }
    }

    /// <summary>Checks that only spaces and indicators precede a block collection. A tab has no defined width there.</summary>
    private bool IsIndentedBySpaces(in Mark start)
    {
        int from = (int)(start.Index - start.Column + 1);
        int tab = text.Text.IndexOf('\t', from, (int)start.Index - from);
        return tab < 0 || Refuse(start, tab - (int)start.Index, "A tab cannot indent a block mapping or sequence; use spaces");
    }

    /// <summary>
    /// Checks that the lines of a quoted scalar or flow collection are indented further than the block that contains them.
    /// </summary>
    private bool AreIndented(in Mark start, in Mark end, bool isFlow)
    {
        int needed = _indents.Count == 0 ? 0 : _indents.Peek() + 1;
        if (needed == 0)
        {
            return true;
        }

        string all = text.Text;
        int line = (int)start.Line;
        for (int at = (int)start.Index; at < end.Index; at++)
        {
            if (all[at] != '\n' && (all[at] != '\r' || all[at + 1] == '\n'))
            {
                continue;
            }

            line++;
            int spaces = CountSpaces(at + 1);
            int first = at + 1 + spaces;
            while (first < all.Length && all[first] == '\t')
            {
                first++;
            }

            bool isExempt = first >= all.Length || all[first] is '\n' or '\r' || (isFlow && all[first] is '#' or ']' or '}');
            if (spaces < needed && !isExempt)
            {
                return Refuse(new Mark(at + 1, line, 1), spaces, isFlow
                    ? "A line of a flow collection must be indented, by spaces, further than the block that it is part of"
                    : "A line of a quoted scalar must be indented, by spaces, further than the block that it is part of");
            }
        }

        return true;
    }

    /// <summary>
    /// Checks directives. After the version of a <c>%YAML</c> directive comes the end of the line, or a comment after a blank;
    /// after any directive comes a <c>---</c>.
    /// </summary>
    private bool AreDirectivesClean(int end, bool isImplicit)
    {
        const string directive = "%YAML ";
        string all = text.Text;
        int line = 1;
        for (int at = 0; at < Math.Min(end, all.Length); line++)
        {
            if (isImplicit && all[at] == '%')
            {
                return Refuse(new Mark(at, line, 1), 0, "Expected '---' after the directives, before the document");
            }

            if (string.CompareOrdinal(all, at, directive, 0, directive.Length) == 0)
            {
                int version = at + directive.Length;
                while (version < all.Length && all[version] is '.' or ' ' or (>= '0' and <= '9'))
                {
                    version++;
                }

                bool isClean = version == all.Length || all[version] is '\r' or '\n' or '\t' || (all[version] == '#' && all[version - 1] == ' ');
                if (!isClean)
                {
                    return Refuse(new Mark(at, line, 1), version - at, "Expected the end of the line after the version of the %YAML directive");
                }
            }

            int next = all.IndexOf('\n', at);
            at = next < 0 ? all.Length : next + 1;
        }

        return true;
    }

    private int CountSpaces(int at)
    {
        int start = at;
        while (at < text.Text.Length && text.Text[at] == ' ')
        {
            at++;
        }

        return at - start;
    }

    private bool Refuse(in Mark mark, int shift, string message)
    {
        SpecPosition position = text.PositionOf(mark, mark);
        Fault = ReadFault.NotReadable(source, new SpecPosition(position.Offset + shift, 1, position.Line, position.Column + shift), message);
        return false;
    }
}
