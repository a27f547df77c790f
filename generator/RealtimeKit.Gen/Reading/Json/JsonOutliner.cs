using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// Checks a text in one pass without creating nodes, and remembers where its collections end. Any text that is not perfect, and any
/// with an escape in a key, is left to <see cref="JsonSpecReader"/>, which reports the faults.
/// </summary>
internal sealed class JsonOutliner
{
    /// <summary>The number of values that are read between two checks for cancellation.</summary>
    private const int CancellationInterval = 4096;

    private readonly TextPool _texts = new();
    private readonly JsonLexer _lexer;
    private JsonExtent[] _extents = new JsonExtent[256];
    private int _collectionCount;
    private int _nodeCount;

    private readonly Frame[] _frames = new Frame[ReadBudget.MaxDepth];
    private int _depth;

    // The keys of the open mappings, and for each key of the pool the last mapping that contains it.
    private int[] _keys = new int[256];
    private int _keyCount;
    private int[] _mappingOfKey = [];

    private JsonOutliner(string text) => _lexer = new JsonLexer(text);

    /// <summary>Returns the root of a text, or null if the text is not perfect.</summary>
    public static SpecNode? Read(SpecSource source, CancellationToken cancellationToken)
    {
        JsonOutliner outliner = new(source.Text);
        return outliner.TryRead(cancellationToken) ? new JsonOutline(source, outliner._texts, outliner._extents).ReadRoot() : null;
    }

    private bool TryRead(CancellationToken cancellationToken)
    {
        int count = 0;
        do
        {
            if (count++ % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!TryReadValue() || !TryReadEnds())
            {
                return false;
            }
        }
        while (_depth > 0);

        _lexer.SkipBlank();
        return _lexer.IsAtEnd && _nodeCount <= ReadBudget.MaxNodes;
    }

    /// <summary>Reads a scalar or an empty collection, and opens the collections before it.</summary>
    private bool TryReadValue()
    {
        while (true)
        {
            _lexer.SkipBlank();
            char c = _lexer.Current;
            if (c is not ('{' or '['))
            {
                return TryReadScalar();
            }

            bool isMapping = c == '{';
            if (!TryOpen(isMapping))
            {
                return false;
            }

            _lexer.Advance();
            _lexer.SkipBlank();
            if (_lexer.Current == (isMapping ? '}' : ']'))
            {
                return true;
            }

            if (isMapping && !TryReadKey())
            {
                return false;
            }
        }
    }

    private bool TryReadScalar()
    {
        if (!_lexer.TrySkipScalar(out int length) || length > ReadBudget.MaxScalarLength)
        {
            return false;
        }

        Add(1 + (length / SpecScalar.CharactersOfNode));
        return true;
    }

    private bool TryOpen(bool isMapping)
    {
        if (_depth == _frames.Length)
        {
            return false;
        }

        if (_collectionCount == _extents.Length)
        {
            Array.Resize(ref _extents, _collectionCount * 2);
        }

        _frames[_depth++] = new Frame { IsMapping = isMapping, Collection = _collectionCount++, FirstKey = _keyCount, Weight = 1 };
        return true;
    }

    /// <summary>Closes the collections that end here, and advances to the next value.</summary>
    private bool TryReadEnds()
    {
        while (_depth > 0)
        {
            bool isMapping = _frames[_depth - 1].IsMapping;
            _lexer.SkipBlank();
            char c = _lexer.Current;
            if (c == ',')
            {
                _lexer.Advance();
                _lexer.SkipBlank();
                return !isMapping || TryReadKey();
            }

            if (c != (isMapping ? '}' : ']'))
            {
                return false;
            }

            _lexer.Advance();
            if (!TryClose())
            {
                return false;
            }
        }

        return true;
    }

    private bool TryReadKey()
    {
        if (_lexer.Current != '"' || !_lexer.TrySkipString(out int start, out int length) || _lexer.At != start + length + 1)
        {
            return false;
        }

        if (_keyCount == _keys.Length)
        {
            Array.Resize(ref _keys, _keyCount * 2);
        }

        _keys[_keyCount++] = _texts.Intern(_lexer.Text, start, length);
        _lexer.SkipBlank();
        if (_lexer.Current != ':')
        {
            return false;
        }

        _lexer.Advance();
        return true;
    }

    private bool TryClose()
    {
        Frame frame = _frames[--_depth];
        _extents[frame.Collection] = new JsonExtent
        {
            End = _lexer.At,
            Line = _lexer.Line,
            LineStart = _lexer.LineStart,
            Next = _collectionCount,
            Weight = frame.Weight,
        };
        Add(frame.Weight);
        return AreDistinct(frame);
    }

    private void Add(int weight)
    {
        _nodeCount++;
        if (_depth > 0)
        {
            ref Frame frame = ref _frames[_depth - 1];
            frame.Weight = SpecNode.Sum(frame.Weight, weight);
        }
    }

    /// <summary>Returns whether the keys of a mapping differ.</summary>
    private bool AreDistinct(in Frame frame)
    {
        if (_mappingOfKey.Length < _texts.Count)
        {
            Array.Resize(ref _mappingOfKey, _texts.Count * 2);
        }

        for (int i = frame.FirstKey; i < _keyCount; i++)
        {
            ref int mapping = ref _mappingOfKey[_keys[i]];
            if (mapping == frame.Collection + 1)
            {
                return false;
            }

            mapping = frame.Collection + 1;
        }

        _keyCount = frame.FirstKey;
        return true;
    }

    private struct Frame
    {
        public bool IsMapping;
        public int Collection;
        public int FirstKey;
        public int Weight;
    }
}
