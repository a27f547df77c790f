using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// Reads YAML 1.2 from the events of YamlDotNet, one at a time, so that a limit is noticed before the next event is scanned. The
/// document types of YamlDotNet recurse on depth, and a thousand aliases of a thousand nodes would create a million objects.
/// </summary>
internal sealed class YamlSpecReader
{
    /// <summary>The most repairs. Each one reads the text again.</summary>
    private const int MaxRepairs = 4;

    private const string MergeTag = "tag:yaml.org,2002:merge";

    private readonly SpecSource _source;
    private readonly SpecTreeBuilder _tree;
    private readonly YamlText _text;
    private readonly YamlAnchors _anchors;
    private readonly YamlTags _tags;
    private readonly YamlLayout _layout;
    private readonly Parser _events;
    private ReadFault? _fault;
    private int? _refusedAt;
    private Mark _lastEnd;

    private YamlSpecReader(SpecSource source, YamlText text, DiagnosticBag diagnostics)
    {
        _source = source;
        _tree = new SpecTreeBuilder(source, diagnostics);
        _text = text;
        _anchors = new YamlAnchors(source, _tree);
        _tags = new YamlTags(source, diagnostics);
        _layout = new YamlLayout(source, text);
        _events = new Parser(new StringReader(text.Text));
    }

    /// <summary>
    /// Returns the tree, or null and the first fault. Duplicate keys and merge keys without a mapping are reported and do not
    /// stop the reader.
    /// </summary>
    public static SpecNode? Read(SpecSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken, out ReadFault? fault)
    {
        var text = new YamlText(source.Text);
        if (YamlText.IndexOfControl(source.Text) is >= 0 and int control)
        {
            string code = ((int)source.Text[control]).ToString("X4", CultureInfo.InvariantCulture);
            fault = ReadFault.NotReadable(
                source,
                text.PositionOf(control),
                "The character U+" + code + " is not allowed in YAML; write it as an escape in double quotes");
            return null;
        }

        if (YamlRepair.IsSureToBeRefused(text.Text) && YamlRepair.EmptyBlankLines(text.Text) is { } emptied)
        {
            text = text.Reworded(emptied);
        }

        for (int repairs = 0; ; repairs++)
        {
            var reader = new YamlSpecReader(source, text, diagnostics);
            if (reader.ReadStream(cancellationToken))
            {
                fault = null;
                return reader._tree.Root;
            }

            fault = reader._fault ?? reader._tree.Fault ?? reader._anchors.Fault ?? reader._tags.Fault ?? reader._layout.Fault;
            if (repairs == MaxRepairs || reader.Repair() is not { } repaired)
            {
                fault = reader.Explain() ?? fault;
                return null;
            }

            text = text.Reworded(repaired);
        }
    }

    /// <summary>Returns equivalent text that YamlDotNet may accept, if it rejected valid YAML.</summary>
    private string? Repair() => _refusedAt is not { } offset ? null
        : (_layout.IsInFlow && _tree.IsInMapping ? YamlRepair.JoinColon(_text.Text, offset) : null) ?? YamlRepair.EmptyBlankLines(_text.Text);

    /// <summary>
    /// Returns the probable mistake, if YamlDotNet reports an unexpected token, or if a line above has an invalid layout.
    /// </summary>
    private ReadFault? Explain()
    {
        int? line = _refusedAt is { } offset ? _text.LineOf(offset) : _layout.Fault?.Location.Line;
        if (line is null || YamlSlips.Find(_source.Text, line.Value) is not { } slip)
        {
            return null;
        }

        SpecPosition position = TextLines.PositionOf(_source.Text, slip.Offset, slip.Length);
        return _refusedAt is null && position.Line >= line ? null : ReadFault.NotReadable(_source, position, slip.Message);
    }

    private bool ReadStream(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (!_events.MoveNext())
                {
                    return _tree.Root is not null || Refuse(default, "The text contains no YAML document: it is empty or has only comments");
                }
            }
            catch (YamlException exception)
            {
                if (exception.Message.Contains("invalid tab") && YamlLine.TabIndent(_text.Text, (int)_lastEnd.Index) is { } tab)
                {
                    // The parser stops where the collection begins that the tab is in.
                    _refusedAt = tab;
                    return Refuse(_text.PositionOf(tab), "A tab cannot indent a line of YAML; use spaces");
                }

                // A message such as "while scanning this, found that" has the position of the first part. The second part is at
                // the end of what was read.
                bool isBehind = exception.Start.Index < _lastEnd.Index && exception.Message.StartsWith("While ", StringComparison.Ordinal);
                return isBehind ? RefuseAt(_lastEnd, _lastEnd, exception.Message) : RefuseAt(exception.Start, exception.End, exception.Message);
            }
            catch (InvalidOperationException)
            {
                // The messages of YamlDotNet's scanner for unmatched brackets, and for text after the end of a document.
                return RefuseAt(
                    _lastEnd,
                    _lastEnd,
                    "The text is not well-formed YAML from here on; a bracket may be unmatched, or the document may be incomplete");
            }
            catch (ArgumentException)
            {
                // The messages of its tokens for tags and %TAG directives that are not URIs.
                return RefuseAt(_lastEnd, _lastEnd, "The next tag or directive is malformed");
            }

            if (_events.Current is { } current)
            {
                _lastEnd = current.End;
                if (!_layout.Accepts(current) || !ReadEvent(current))
                {
                    return false;
                }
            }
        }
    }

    private bool ReadEvent(ParsingEvent current) => current switch
    {
        Scalar scalar => _tree.IsExpectingKey ? ReadKey(scalar) : ReadScalar(scalar),
        MappingStart start => Open(start, isMapping: true),
        SequenceStart start => Open(start, isMapping: false),
        MappingEnd or SequenceEnd => Close(current),
        AnchorAlias alias => ReadAlias(alias),
        DocumentStart start when _tree.Root is not null => Refuse(
            PositionOf(start),
            "A second YAML document starts here, but an OpenAPI description must be one document"),
        _ => true,
    };

    private bool ReadKey(Scalar scalar)
    {
        SpecPosition position = PositionOf(scalar);

        // Below another key, YamlDotNet loses either an empty key or the value after it, and its events no longer match.
        if (scalar.Value.Length == 0 && scalar.Start.Index > 0 && _text.Text[(int)Math.Min(scalar.Start.Index, _text.Text.Length) - 1] == ':')
        {
            return Refuse(position, "An empty key is not supported here; write it as ''");
        }

        if (scalar.Value == "<<" && scalar.Style == ScalarStyle.Plain && scalar.Anchor.IsEmpty && (scalar.Tag.IsEmpty || scalar.Tag.Value == MergeTag))
        {
            _tree.MergeKey(position);
            return true;
        }

        if (!_tags.TryResolve(scalar, position, out _))
        {
            return false;
        }

        int key = _tree.Texts.Intern(_text.Restore(scalar.Value));
        if (!scalar.Anchor.IsEmpty)
        {
            _anchors.Set(scalar.Anchor.Value, new SpecScalar(_source, position, SpecScalarKind.String, _tree.Texts[key]), height: 0);
        }

        _tree.Key(key, position);
        return true;
    }

    private bool ReadScalar(Scalar scalar)
    {
        SpecPosition position = PositionOf(scalar);
        if (!_tags.TryResolve(scalar, position, out SpecScalarKind kind) || !_tree.Scalar(position, kind, _text.Restore(scalar.Value)))
        {
            return false;
        }

        if (!scalar.Anchor.IsEmpty)
        {
            _anchors.Set(scalar.Anchor.Value, _tree.Last!, height: 0);
        }

        return true;
    }

    private bool Open(NodeEvent start, bool isMapping)
    {
        bool isFlow = start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        SpecPosition position = PositionOf(start) with { Length = isFlow ? 1 : 0 };
        if (_tree.IsExpectingKey)
        {
            return Refuse(position, "A key must be a scalar, but this one is a " + (isMapping ? "mapping" : "sequence"));
        }

        _anchors.Open(start.Anchor.IsEmpty ? null : start.Anchor.Value);
        return _tags.Accepts(start, position) && (isMapping ? _tree.OpenMapping(position) : _tree.OpenSequence(position));
    }

    private bool Close(ParsingEvent end) =>
        _tree.IsInMapping && !_tree.IsExpectingKey ? Refuse(PositionOf(end), "The last key of this mapping has no value") : _tree.Close() && _anchors.Close();

    private bool ReadAlias(AnchorAlias alias)
    {
        SpecPosition position = PositionOf(alias);
        if (!_tree.IsExpectingKey)
        {
            return _anchors.Share(alias.Value.Value, position);
        }

        if (_anchors.Find(alias.Value.Value, position) is not { } node)
        {
            return false;
        }

        if (node is not SpecScalar scalar)
        {
            return Refuse(position, "A key must be a scalar, but '*" + alias.Value.Value + "' is a collection");
        }

        _tree.Key(_tree.Texts.Intern(scalar.Text), position);
        return true;
    }

    private SpecPosition PositionOf(ParsingEvent current) => _text.PositionOf(current.Start, current.End);

    private bool RefuseAt(in Mark start, in Mark end, string message)
    {
        _refusedAt = (int)start.Index;
        return Refuse(_text.PositionOf(start, end), message);
    }

    private bool Refuse(SpecPosition position, string message)
    {
        _fault = ReadFault.NotReadable(_source, position, message);
        return false;
    }
}
