using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// The collections of a text, in the order in which they begin. A client of a few operations needs a small part of a large document,
/// and only this part becomes nodes.
/// </summary>
/// <param name="texts">All keys of the text, and later the texts of its nodes.</param>
internal sealed class JsonOutline(SpecSource source, TextPool texts, JsonExtent[] extents)
{
    private readonly JsonScanner _scanner = new(source, texts);

    public ref readonly JsonExtent this[int collection] => ref extents[collection];

    public bool MayHaveKey(string key) => texts.Has(key);

    /// <summary>Returns the node at a position, without the children of a collection.</summary>
    public SpecNode ReadRoot()
    {
        int next = 0;
        _scanner.SkipBlank();
        return ReadNode(ref next);
    }

    /// <param name="collection">The number of the mapping.</param>
    /// <param name="position">The position of its bracket.</param>
    public SpecEntry[] ReadEntries(int collection, SpecPosition position)
    {
        List<SpecEntry> entries = [];
        int next = collection + 1;
        for (Enter(position); _scanner.Current != '}'; SkipComma())
        {
            _scanner.TryReadKey(out int key, out SpecPosition place);
            _scanner.SkipBlank();
            _scanner.Advance();
            _scanner.SkipBlank();
            entries.Add(new SpecEntry(texts[key], place, ReadNode(ref next)));
        }

        return entries.ToArray();
    }

    /// <param name="collection">The number of the sequence.</param>
    /// <param name="position">The position of its bracket.</param>
    public SpecNode[] ReadItems(int collection, SpecPosition position)
    {
        List<SpecNode> items = [];
        int next = collection + 1;
        for (Enter(position); _scanner.Current != ']'; SkipComma())
        {
            items.Add(ReadNode(ref next));
        }

        return items.ToArray();
    }

    private void Enter(SpecPosition position)
    {
        _scanner.MoveTo(position.Offset + 1, position.Line, position.Offset - position.Column);
        _scanner.SkipBlank();
    }

    private void SkipComma()
    {
        _scanner.SkipBlank();
        if (_scanner.Current == ',')
        {
            _scanner.Advance();
            _scanner.SkipBlank();
        }
    }

    /// <summary>Reads a scalar, or skips a collection.</summary>
    /// <param name="next">The number of the next collection.</param>
    private SpecNode ReadNode(ref int next)
    {
        SpecPosition position;
        if (_scanner.Current is not ('{' or '['))
        {
            _scanner.TryReadScalar(out position, out SpecScalarKind kind, out string text);
            return new SpecScalar(source, position, kind, text);
        }

        position = _scanner.Here();
        bool isMapping = _scanner.Current == '{';
        JsonChildren children = new(this, next, position);
        ref readonly JsonExtent extent = ref extents[next];
        _scanner.MoveTo(extent.End, extent.Line, extent.LineStart);
        next = extent.Next;
        return isMapping ? new SpecMapping(source, position, children) : new SpecSequence(source, position, children);
    }
}
