using RealtimeKit.Gen.Reading.Overlay.Patterns;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>Parses the filter after <c>?</c> in a selector, and checks the types of functions and operands.</summary>
internal sealed class JsonPathFilterParser(JsonPathScanner scanner, JsonPathParser queries)
{
    /// <summary>The deepest nesting of filters, which are evaluated recursively.</summary>
    private const int MaxDepth = 32;

    private int _depth;

    public JsonPathFilter? Parse()
    {
        JsonPathFilter? filter = null;
        if (Enter())
        {
            filter = ParseList("||", () => ParseList("&&", ParseTerm, static list => new AllFilter(list)), static list => new AnyFilter(list));
            _depth--;
        }

        return filter;
    }

    private bool Enter() => ++_depth <= MaxDepth || scanner.Refuse("filters and calls are nested more than 32 levels deep");

    private JsonPathFilter? ParseList(string sign, Func<JsonPathFilter?> parseItem, Func<List<JsonPathFilter>, JsonPathFilter> join)
    {
        var items = new List<JsonPathFilter>();
        do
        {
            scanner.SkipBlank();
            if (parseItem() is not { } item)
            {
                return null;
            }

            items.Add(item);
            scanner.SkipBlank();
        }
        while (scanner.Skip(sign));

        return items.Count == 1 ? items[0] : join(items);
    }

    private JsonPathFilter? ParseTerm()
    {
        if (scanner.Skip("!"))
        {
            scanner.SkipBlank();
            JsonPathFilter? negated = scanner.Current == '(' ? ParseParentheses() : ParseTest();
            return negated is null ? null : new NotFilter(negated);
        }

        return scanner.Current == '(' ? ParseParentheses() : ParseTestOrComparison();
    }

    private JsonPathFilter? ParseParentheses()
    {
        scanner.Expect("(");
        JsonPathFilter? filter = Parse();
        scanner.SkipBlank();
        return filter is not null && scanner.Expect(")") ? filter : null;
    }

    private JsonPathFilter? ParseTest()
    {
        int start = scanner.At;
        return ParseOperandOrTest() switch
        {
            JsonPathFilter filter => filter,
            FilterOperand operand => ToTest(operand, start),
            _ => null,
        };
    }

    private JsonPathFilter? ParseTestOrComparison()
    {
        int start = scanner.At;
        object? left = ParseOperandOrTest();
        if (left is null)
        {
            return null;
        }

        int end = scanner.At;
        scanner.SkipBlank();
        if (ParseOperator() is not { } comparison)
        {
            scanner.Rewind(end);
            return left as JsonPathFilter ?? ToTest((FilterOperand)left, start);
        }

        scanner.SkipBlank();
        int rightStart = scanner.At;
        object? right = ParseOperandOrTest();
        return right is not null && ToOperand(left, start) is { } leftOperand && ToOperand(right, rightStart) is { } rightOperand
            ? new ComparisonFilter(leftOperand, comparison, rightOperand)
            : null;
    }

    private FilterOperator? ParseOperator() =>
        scanner.Skip("==") ? FilterOperator.Equal
        : scanner.Skip("!=") ? FilterOperator.NotEqual
        : scanner.Skip("<=") ? FilterOperator.LessOrEqual
        : scanner.Skip(">=") ? FilterOperator.GreaterOrEqual
        : scanner.Skip("<") ? FilterOperator.Less
        : scanner.Skip(">") ? FilterOperator.Greater
        : null;

    /// <summary>
    /// Parses a literal, a query or a function. A function that returns a value is an operand; one that returns a truth value is
    /// a filter.
    /// </summary>
    private object? ParseOperandOrTest()
    {
        switch (scanner.Current)
        {
            case '@' or '$':
                return queries.ParseQuery() is { } query ? new QueryOperand(query) : null;
            case '\'' or '"':
                return scanner.TryReadString(out string text) ? new LiteralOperand(FilterValue.Of(text)) : null;
            case '-' or (>= '0' and <= '9'):
                return scanner.TryReadNumber(out double number) ? new LiteralOperand(FilterValue.Of(number)) : null;
        }

        int start = scanner.At;
        string name = scanner.IsAtNameStart ? scanner.ReadName() : "";
        switch (name)
        {
            case "true" or "false":
                return new LiteralOperand(FilterValue.Of(name == "true"));
            case "null":
                return new LiteralOperand(new FilterValue(FilterValueKind.Null));
            case "length" or "count" or "value" or "match" or "search" when scanner.Skip("("):
                return ParseCall(name);
            default:
                scanner.RefuseAt(
                    start,
                    name.Length > 0
                        ? "'" + name + "' is neither a literal nor one of the functions length, count, value, match, search"
                        : "expected '@', '$', a literal or a function");
                return null;
        }
    }

    private object? ParseCall(string name)
    {
        scanner.SkipBlank();
        int start = scanner.At;
        object? first = Enter() ? ParseOperandOrTest() : null;
        _depth--;
        if (first is null)
        {
            return null;
        }

        if (name is "match" or "search")
        {
            scanner.SkipBlank();
            scanner.Expect(",");
            scanner.SkipBlank();
            int secondStart = scanner.At;
            object? second = scanner.Fault is null ? ParseOperandOrTest() : null;
            return second is not null
                && EndCall()
                && ToOperand(first, start) is { } value
                && ToOperand(second, secondStart) is { } pattern
                && CheckPattern(pattern, secondStart)
                ? new PatternFilter(name == "match", value, pattern)
                : null;
        }

        if (!EndCall())
        {
            return null;
        }

        if (name == "length")
        {
            return ToOperand(first, start) is { } value ? new LengthOperand(value) : null;
        }

        if (first is QueryOperand nodes)
        {
            return name == "count" ? new CountOperand(nodes.Query) : new ValueOperand(nodes.Query);
        }

        scanner.RefuseAt(start, name + "() takes a query");
        return null;
    }

    /// <summary>
    /// Checks a pattern. By RFC 9535 an invalid pattern matches nothing, but an invalid pattern in the path itself is reported.
    /// </summary>
    private bool CheckPattern(FilterOperand pattern, int start)
    {
        string? fault = null;
        if (pattern is LiteralOperand { Value.Kind: FilterValueKind.String } literal)
        {
            RegularPatternParser.Parse(literal.Value.Text, out fault);
        }

        return fault is null || scanner.RefuseAt(start, "the pattern is not an I-Regexp: " + fault);
    }

    private bool EndCall()
    {
        scanner.SkipBlank();
        return scanner.Expect(")");
    }

    private JsonPathFilter? ToTest(FilterOperand operand, int start)
    {
        if (operand is QueryOperand query)
        {
            return new ExistsFilter(query.Query);
        }

        scanner.RefuseAt(start, "a value alone is not a test; compare it with another value");
        return null;
    }

    private FilterOperand? ToOperand(object parsed, int start)
    {
        if (parsed is QueryOperand { Query.IsSingular: false })
        {
            scanner.RefuseAt(start, "a query that can select several nodes cannot be used as a value; use count() or value(), or test the query by itself");
        }
        else if (parsed is FilterOperand operand)
        {
            return operand;
        }
        else
        {
            scanner.RefuseAt(start, "match() and search() are tests and cannot be used as values");
        }

        return null;
    }
}
