namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>Parses a pattern into steps. Repetitions are expanded, so the number of steps is limited.</summary>
internal sealed class RegularPatternParser
{
    private const int MaxSteps = 2_000;
    private const int MaxDepth = 32;

    /// <summary>The longest pattern.</summary>
    private const int MaxLength = 10_000;

    private const string Metacharacters = "()*+.?[\\]^{|}$";

    private readonly PatternScanner _scanner;
    private readonly CharacterSetParser _sets;
    private int _depth;

    private RegularPatternParser(string pattern)
    {
        _scanner = new PatternScanner(pattern);
        _sets = new CharacterSetParser(_scanner);
    }

    /// <summary>Returns the pattern, or null and its fault.</summary>
    public static RegularPattern? Parse(string pattern, out string? fault)
    {
        if (pattern.Length > MaxLength)
        {
            fault = "it has more than 10,000 characters";
            return null;
        }

        var parser = new RegularPatternParser(pattern);
        List<PatternStep> steps = parser.ParseAlternatives();
        if (!parser._scanner.IsAtEnd)
        {
            parser._scanner.Refuse("')' has no opening bracket");
        }

        fault = parser._scanner.Fault;
        return fault is null ? new RegularPattern(steps) : null;
    }

    private List<PatternStep> ParseAlternatives()
    {
        List<PatternStep> steps = ParseBranch();
        while (_scanner.Fault is null && _scanner.Current == '|')
        {
            _scanner.Advance();
            List<PatternStep> other = ParseBranch();
            steps.Insert(0, new PatternStep(null, 1, steps.Count + 2));
            steps.Add(new PatternStep(null, other.Count + 1));
            steps.AddRange(other);
            Limit(steps);
        }

        return steps;
    }

    private List<PatternStep> ParseBranch()
    {
        var steps = new List<PatternStep>();
        while (_scanner.Fault is null && !_scanner.IsAtEnd && _scanner.Current is not ('|' or ')'))
        {
            steps.AddRange(Repeat(ParseAtom()));
            Limit(steps);
        }

        return steps;
    }

    private List<PatternStep> ParseAtom()
    {
        char c = _scanner.Current;
        switch (c)
        {
            case '(':
                _scanner.Advance();
                if (++_depth > MaxDepth)
                {
                    _scanner.Refuse("groups are nested more than 32 levels deep");
                    return [];
                }

                List<PatternStep> group = ParseAlternatives();
                _depth--;
                _scanner.Expect(')');
                return group;
            case '.':
                _scanner.Advance();
                return [new PatternStep(new CharacterSet(true, [('\n', '\n'), ('\r', '\r')], []))];
            case '[':
                return [new PatternStep(_sets.ParseClass())];
            case '\\':
                return [new PatternStep(_sets.ParseEscape())];
        }

        if (Metacharacters.IndexOf(c) >= 0)
        {
            _scanner.Refuse("'" + c + "' is not allowed here" + (c is '^' or '$' ? "; match() is anchored at both ends, and search() at neither" : ""));
        }

        return [new PatternStep(_sets.ParseCharacter())];
    }

    private List<PatternStep> Repeat(List<PatternStep> atom)
    {
        switch (_scanner.Current)
        {
            case '*':
                _scanner.Advance();
                return Star(atom);
            case '+':
                _scanner.Advance();
                atom.Add(new PatternStep(null, -atom.Count, 1));
                return atom;
            case '?':
                _scanner.Advance();
                return Optional(atom);
            case '{':
                _scanner.Advance();
                int least = _scanner.ReadCount();
                int? most = least;
                if (_scanner.Current == ',')
                {
                    _scanner.Advance();
                    most = _scanner.Current == '}' ? null : _scanner.ReadCount();
                }

                _scanner.Expect('}');
                return _scanner.Fault is null ? Times(atom, least, most) : [];
            default:
                return atom;
        }
    }

    private List<PatternStep> Times(List<PatternStep> atom, int least, int? most)
    {
        if (most < least)
        {
            _scanner.Refuse("a repetition's minimum must not exceed its maximum");
        }

        if ((long)Math.Max(most ?? 0, least) * (atom.Count + 1) > MaxSteps)
        {
            _scanner.Refuse("it is too long once its repetitions are expanded");
            return [];
        }

        var steps = new List<PatternStep>();
        for (int i = 0; i < least; i++)
        {
            steps.AddRange(atom);
        }

        if (most is null)
        {
            steps.AddRange(Star(atom));
        }

        for (int i = least; i < most; i++)
        {
            steps.AddRange(Optional(atom));
        }

        return steps;
    }

    private static List<PatternStep> Star(List<PatternStep> atom) =>
        [new PatternStep(null, 1, atom.Count + 2), .. atom, new PatternStep(null, -atom.Count - 1)];

    private static List<PatternStep> Optional(List<PatternStep> atom) => [new PatternStep(null, 1, atom.Count + 1), .. atom];

    private void Limit(List<PatternStep> steps)
    {
        if (steps.Count > MaxSteps)
        {
            _scanner.Refuse("it is too long once its repetitions are expanded");
        }
    }
}
