using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>
/// Reads JSON strictly by RFC 8259, in one pass and without recursion. System.Text.Json is not available in all supported
/// compilers and does not provide columns.
/// </summary>
internal sealed class JsonSpecReader
{
    /// <summary>The number of values that are read between two checks for cancellation.</summary>
    private const int CancellationInterval = 4096;

    private readonly SpecSource _source;
    private readonly SpecTreeBuilder _tree;
    private readonly JsonScanner _scanner;

    private JsonSpecReader(SpecSource source, DiagnosticBag diagnostics)
    {
        _source = source;
        _tree = new SpecTreeBuilder(source, diagnostics);
        _scanner = new JsonScanner(source, _tree.Texts);
    }

    /// <summary>Returns the tree, or null and the first fault. Duplicate keys are reported and do not stop the reader.</summary>
    /// <param name="isForPart">Whether a small part of the tree will be used. The rest is then checked, but does not become nodes.</param>
    public static SpecNode? Read(SpecSource source, bool isForPart, DiagnosticBag diagnostics, CancellationToken cancellationToken, out ReadFault? fault)
    {
        if (isForPart && JsonOutliner.Read(source, cancellationToken) is { } root)
        {
            fault = null;
            return root;
        }

        var reader = new JsonSpecReader(source, diagnostics);
        bool isRead = reader.ReadText(cancellationToken);
        fault = isRead ? null : reader._scanner.Fault ?? reader._tree.Fault;
        return isRead ? reader._tree.Root : null;
    }

    private bool ReadText(CancellationToken cancellationToken)
    {
        for (int count = 0; ; count++)
        {
            if (count % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!ReadValue() || !ReadAfterValue(out bool isComplete))
            {
                return false;
            }

            if (isComplete)
            {
                return true;
            }
        }
    }

    /// <summary>Reads a scalar or an empty collection, and opens the collections before it.</summary>
    private bool ReadValue()
    {
        while (true)
        {
            _scanner.SkipBlank();
            switch (_scanner.Current)
            {
                case '{':
                    if (!_tree.OpenMapping(_scanner.Here()))
                    {
                        return false;
                    }

                    _scanner.Advance();
                    _scanner.SkipBlank();
                    if (_scanner.Current == '}')
                    {
                        _scanner.Advance();
                        return _tree.Close();
                    }

                    if (!ReadKey("a property name in double quotes or '}'"))
                    {
                        return false;
                    }

                    break;
                case '[':
                    if (!_tree.OpenSequence(_scanner.Here()))
                    {
                        return false;
                    }

                    _scanner.Advance();
                    _scanner.SkipBlank();
                    if (_scanner.Current == ']')
                    {
                        _scanner.Advance();
                        return _tree.Close();
                    }

                    break;
                default:
                    return ReadScalar();
            }
        }
    }

    private bool ReadScalar()
    {
        if (_scanner.TryReadScalar(out SpecPosition position, out SpecScalarKind kind, out string text))
        {
            return _tree.Scalar(position, kind, text);
        }

        return _scanner.Fault is null && Expected("a value");
    }

    private bool ReadKey(string expected)
    {
        if (_scanner.Current != '"')
        {
            return Expected(expected);
        }

        if (!_scanner.TryReadKey(out int key, out SpecPosition position))
        {
            return false;
        }

        _tree.Key(key, position);
        _scanner.SkipBlank();
        if (_scanner.Current != ':')
        {
            return Expected("':' after the property name");
        }

        _scanner.Advance();
        return true;
    }

    /// <summary>Closes the collections that end here and advances to the next value.</summary>
    private bool ReadAfterValue(out bool isComplete)
    {
        isComplete = false;
        while (_tree.Depth > 0)
        {
            _scanner.SkipBlank();
            char c = _scanner.Current;
            bool isInMapping = _tree.IsInMapping;
            if (c == (isInMapping ? '}' : ']'))
            {
                _scanner.Advance();
                if (!_tree.Close())
                {
                    return false;
                }
            }
            else if (c != ',')
            {
                return Expected(isInMapping ? "',' or '}'" : "',' or ']'", isAfterValue: true);
            }
            else
            {
                _scanner.Advance();
                _scanner.SkipBlank();
                return !isInMapping || ReadKey("a property name in double quotes after ','");
            }
        }

        _scanner.SkipBlank();
        isComplete = true;
        return _scanner.IsAtEnd || Expected("nothing after the document");
    }

    private bool Expected(string what, bool isAfterValue = false)
    {
        string text = _source.Text;
        string message = "Expected " + what + ", but found " + _scanner.Found();
        if (_tree.Depth == 0 && _scanner.Current is '}' or ']')
        {
            Refuse(_scanner.At, 1, message + ", which has no opening bracket");
        }
        else if (JsonSlips.Explain(text, _scanner.At, isAfterValue) is { } slip)
        {
            Refuse(slip.Offset, slip.Length, slip.Message);
        }
        else if (_scanner.IsAtEnd && _tree.Depth > 0 && JsonSlips.FindUnclosed(text) is { } unclosed)
        {
            RefuseUnclosed(message, unclosed.Opened, unclosed.At);
        }
        else
        {
            _scanner.Refuse(_scanner.Here(), message);
        }

        return false;
    }

    private void RefuseUnclosed(string message, int opened, int at)
    {
        int line = TextLines.PositionOf(_source.Text, opened).Line;
        SpecPosition place = TextLines.PositionOf(_source.Text, at);
        string bracket = $"the '{_source.Text[opened]}' of line {(line + 1).Invariant()}";
        string why = at < _source.Text.Length
            ? $"According to its indentation, this '{_source.Text[at]}' does not close {bracket}, which stays open"
            : line == place.Line ? message
            : $"{message}; {bracket} is not closed";
        _scanner.Refuse(place, why);
    }

    private void Refuse(int offset, int length, string message) => _scanner.Refuse(TextLines.PositionOf(_source.Text, offset, length), message);
}
