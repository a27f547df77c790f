namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>Parses a JSONPath query. Recursion follows only the brackets and parentheses of the path, and is bounded.</summary>
internal sealed class JsonPathParser
{
    private readonly JsonPathScanner _scanner;
    private readonly JsonPathFilterParser _filters;

    private JsonPathParser(string text)
    {
        _scanner = new JsonPathScanner(text);
        _filters = new JsonPathFilterParser(_scanner, this);
    }

    public static JsonPath? Parse(string text, out JsonPathFault? fault)
    {
        var parser = new JsonPathParser(text);
        JsonPath? path = null;
        if (parser._scanner.Current != '$' || parser._scanner.IsAtEnd)
        {
            parser._scanner.Refuse("a JSONPath starts with '$'");
        }
        else
        {
            path = parser.ParseQuery();
            if (path is not null && !parser._scanner.IsAtEnd)
            {
                parser._scanner.Refuse("expected '.', '[' or the end of the path");
            }
        }

        fault = parser._scanner.Fault;
        return fault is null ? path : null;
    }

    /// <summary>Parses from <c>$</c> or <c>@</c> to the last segment.</summary>
    public JsonPath? ParseQuery()
    {
        bool isRelative = _scanner.Skip("@");
        if (!isRelative)
        {
            _scanner.Expect("$");
        }

        var segments = new List<JsonPathSegment>();
        while (true)
        {
            int end = _scanner.At;
            _scanner.SkipBlank();
            bool isDescendant = _scanner.Skip("..");
            if (!isDescendant && _scanner.Current is not ('.' or '['))
            {
                _scanner.Rewind(end);
                return new JsonPath(isRelative, segments);
            }

            IReadOnlyList<JsonPathSelector>? selectors = ParseSegment(isDescendant);
            if (selectors is null)
            {
                return null;
            }

            segments.Add(new JsonPathSegment(isDescendant, selectors));
        }
    }

    private IReadOnlyList<JsonPathSelector>? ParseSegment(bool isDescendant)
    {
        if (_scanner.Current == '[')
        {
            return ParseBracket();
        }

        if (!isDescendant)
        {
            _scanner.Expect(".");
        }

        if (_scanner.Skip("*"))
        {
            return [new WildcardSelector()];
        }

        if (_scanner.IsAtNameStart)
        {
            return [new NameSelector(_scanner.ReadName())];
        }

        _scanner.Refuse(isDescendant ? "expected a name, '*' or '[' after '..'" : "expected a name or '*' after '.'");
        return null;
    }

    private List<JsonPathSelector>? ParseBracket()
    {
        _scanner.Expect("[");
        var selectors = new List<JsonPathSelector>();
        do
        {
            _scanner.SkipBlank();
            if (ParseSelector() is not { } selector)
            {
                return null;
            }

            selectors.Add(selector);
            _scanner.SkipBlank();
        }
        while (_scanner.Skip(","));

        return _scanner.Expect("]") ? selectors : null;
    }

    private JsonPathSelector? ParseSelector()
    {
        switch (_scanner.Current)
        {
            case '\'' or '"':
                return _scanner.TryReadString(out string name) ? new NameSelector(name) : null;
            case '*':
                _scanner.Skip("*");
                return new WildcardSelector();
            case '?':
                _scanner.Skip("?");
                return _filters.Parse() is { } filter ? new FilterSelector(filter) : null;
            case ':' or '-' or (>= '0' and <= '9'):
                return ParseIndexOrSlice();
            default:
                _scanner.Refuse("expected a name in quotes, an index, a slice, '*' or '?'");
                return null;
        }
    }

    private JsonPathSelector? ParseIndexOrSlice()
    {
        if (!_scanner.TryReadInteger(out long? start))
        {
            return null;
        }

        int end = _scanner.At;
        _scanner.SkipBlank();
        if (!_scanner.Skip(":"))
        {
            _scanner.Rewind(end);
            return new IndexSelector(start ?? 0);
        }

        _scanner.SkipBlank();
        if (!_scanner.TryReadInteger(out long? stop))
        {
            return null;
        }

        _scanner.SkipBlank();
        long? step = null;
        if (_scanner.Skip(":"))
        {
            _scanner.SkipBlank();
            if (!_scanner.TryReadInteger(out step))
            {
                return null;
            }
        }

        return new SliceSelector(start, stop, step ?? 1);
    }
}
