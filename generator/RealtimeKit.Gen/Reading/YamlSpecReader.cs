using RealtimeKit.Gen.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// Reads YAML 1.2 from YamlDotNet's events, pulling one at a time so that a limit is noticed before the next is
/// scanned: its document types recurse on depth, and a thousand aliases of a thousand nodes would be a million objects.
/// </summary>
internal sealed class YamlSpecReader
{
    private readonly SpecSource _source;
    private readonly DiagnosticBag _diagnostics;
    private readonly SpecTreeBuilder _tree;
    private readonly YamlAnchors _anchors;
    private readonly YamlText _text;
    private readonly Parser _events;
    private ReadFault? _fault;

    private YamlSpecReader(SpecSource source, DiagnosticBag diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _tree = new SpecTreeBuilder(source, diagnostics);
        _anchors = new YamlAnchors(source, _tree);
        _text = new YamlText(source.Text);
        _events = new Parser(new StringReader(_text.Text));
    }

    /// <summary>The tree, or null and the first fault. Duplicate and merge keys are told to the diagnostics and do not stop the reading.</summary>
    public static SpecNode? Read(SpecSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken, out ReadFault? fault)
    {
        var reader = new YamlSpecReader(source, diagnostics);
        bool isRead = reader.ReadStream(cancellationToken);
        fault = isRead ? null : reader._fault ?? reader._tree.Fault ?? reader._anchors.Fault;
        return isRead ? reader._tree.Root : null;
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
                    return _tree.Root is not null || Refuse(default, "The text holds no YAML document: it is empty or all comment");
                }
            }
            catch (YamlException exception)
            {
                return Refuse(_text.PositionOf(exception.Start, exception.End), exception.Message);
            }

            if (_events.Current is { } current && !ReadEvent(current))
            {
                return false;
            }
        }
    }

    private bool ReadEvent(ParsingEvent current) => current switch
    {
        Scalar scalar => _tree.IsExpectingKey ? ReadKey(scalar) : ReadScalar(scalar),
        MappingStart start => Open(start, isMapping: true),
        SequenceStart start => Open(start, isMapping: false),
        MappingEnd or SequenceEnd => _tree.Close() && _anchors.Close(),
        AnchorAlias alias => ReadAlias(alias),
        DocumentStart start when _tree.Root is not null => Refuse(_text.PositionOf(start.Start, start.End), "A second YAML document starts here; a spec is one document"),
        _ => true,
    };

    private bool ReadKey(Scalar scalar)
    {
        SpecPosition position = _text.PositionOf(scalar.Start, scalar.End);
        if (scalar.Value == "<<" && scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty)
        {
            _diagnostics.Add(Descriptors.MergeKeyNotSupported, position.In(_source));
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
        SpecPosition position = _text.PositionOf(scalar.Start, scalar.End);
        SpecScalarKind kind = scalar.Style == ScalarStyle.Plain ? YamlCoreSchema.KindOf(scalar.Value) : SpecScalarKind.String;
        if (!_tree.Scalar(position, kind, _text.Restore(scalar.Value)))
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
        SpecPosition position = _text.PositionOf(start.Start, start.End);
        if (_tree.IsExpectingKey)
        {
            return Refuse(position, "A key must be a scalar, but this one is a " + (isMapping ? "mapping" : "sequence"));
        }

        _anchors.Open(start.Anchor.IsEmpty ? null : start.Anchor.Value);
        return isMapping ? _tree.OpenMapping(position) : _tree.OpenSequence(position);
    }

    private bool ReadAlias(AnchorAlias alias)
    {
        SpecPosition position = _text.PositionOf(alias.Start, alias.End);
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

    private bool Refuse(SpecPosition position, string message)
    {
        _fault = ReadFault.NotReadable(_source, position, message);
        return false;
    }
}
