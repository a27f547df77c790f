using System.Globalization;

namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>Parses a regular expression of ECMA-262. Look-behind, references, categories and word boundaries are not known.</summary>
internal sealed class PatternParser
{
    private const int DeepestGroups = 16;

    private readonly string _pattern;
    private int _position;
    private int _depth;
    private bool _isUnknown;

    private PatternParser(string pattern) => _pattern = pattern;

    private bool IsAtEnd => _isUnknown || _position >= _pattern.Length;

    /// <summary>Returns the parts of a pattern, or null if one of them is not known.</summary>
    public static PatternPart? Parse(string pattern)
    {
        PatternParser parser = new(pattern);
        PatternPart whole = parser.ParseChoice();
        return parser._isUnknown || parser._position < pattern.Length ? null : whole;
    }

    private PatternPart ParseChoice()
    {
        List<PatternPart> parts = [];
        do
        {
            parts.Add(ParseSequence());
        }
        while (Take("|"));

        return parts.Count == 1 ? parts[0] : new PatternChoice(parts);
    }

    private PatternSequence ParseSequence()
    {
        List<PatternPart> parts = [];
        while (!IsAtEnd && _pattern[_position] is not ('|' or ')'))
        {
            PatternPart part = ParsePart();
            parts.Add(part is PatternAnchor or PatternAhead ? part : ParseRepetition(part));
        }

        return new PatternSequence(parts);
    }

    private PatternPart ParsePart()
    {
        if (Take("^") || Take("$"))
        {
            return new PatternAnchor(isEnd: _pattern[_position - 1] == '$');
        }

        return Take("(?!") ? new PatternAhead(ParseGroup(), isNegated: true)
            : Take("(?=") ? new PatternAhead(ParseGroup(), isNegated: false)
            : Take("(?:") || Take("(") ? ParseGroup()
            : new PatternCharacter(Take("[") ? ParseClass() : ParseCharacter(isInClass: false));
    }

    private PatternPart ParseGroup()
    {
        if (++_depth > DeepestGroups)
        {
            return Unknown<PatternPart>(new PatternChoice([]));
        }

        PatternPart group = ParseChoice();
        _depth--;
        return Take(")") ? group : Unknown(group);
    }

    private PatternPart ParseRepetition(PatternPart part)
    {
        (int Least, int Most)? times = Take("*") ? (0, int.MaxValue) : Take("+") ? (1, int.MaxValue) : Take("?") ? (0, 1) : Take("{") ? ParseTimes() : null;
        if (times is not { } bounds)
        {
            return part;
        }

        // A lazy repetition matches the same texts.
        Take("?");
        return new PatternRepetition(part, bounds.Least, bounds.Most);
    }

    private (int Least, int Most) ParseTimes()
    {
        int least = ParseCount();
        int most = !Take(",") ? least : !IsAtEnd && _pattern[_position] == '}' ? int.MaxValue : ParseCount();
        return Take("}") && least <= most ? (least, most) : Unknown((0, 0));
    }

    private int ParseCount()
    {
        int start = _position;
        while (!IsAtEnd && _pattern[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        string digits = _pattern.Substring(start, _position - start);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : Unknown(0);
    }

    private PatternCharacters ParseClass()
    {
        bool isNegated = Take("^");
        PatternCharacters characters = default;
        while (!Take("]"))
        {
            if (IsAtEnd)
            {
                return Unknown(characters);
            }

            int start = _position;
            PatternCharacters first = ParseCharacter(isInClass: true);
            bool isRange = _position + 1 < _pattern.Length && _pattern[_position] == '-' && _pattern[_position + 1] != ']';
            characters = characters.With(isRange ? ParseRange(start) : first);
        }

        return isNegated ? characters.Negate() : characters;
    }

    /// <summary>Parses <c>a-z</c>. Escapes at its ends are not known.</summary>
    private PatternCharacters ParseRange(int start)
    {
        char first = _pattern[start];
        char last = _pattern[_position + 1];
        _position += 2;
        return first is '\\' || last is '\\' || last < first ? Unknown(PatternCharacters.All) : PatternCharacters.Range(first, last);
    }

    private PatternCharacters ParseCharacter(bool isInClass)
    {
        char character = IsAtEnd ? '\0' : _pattern[_position++];
        return character switch
        {
            '\\' => ParseEscape(),
            '.' when !isInClass => PatternCharacters.All,
            '\0' or '*' or '+' or '?' or '{' or '}' or ']' when !isInClass => Unknown(PatternCharacters.All),
            _ => PatternCharacters.Of(character),
        };
    }

    private PatternCharacters ParseEscape()
    {
        char character = IsAtEnd ? '\0' : _pattern[_position++];
        return character switch
        {
            'd' => PatternCharacters.Digits,
            'D' => PatternCharacters.Digits.Negate(),
            'w' => PatternCharacters.Words,
            'W' => PatternCharacters.Words.Negate(),
            's' => PatternCharacters.Spaces,
            'S' => PatternCharacters.All,
            'n' or 'r' or 't' or 'f' or 'v' => PatternCharacters.Spaces,
            '\0' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Unknown(PatternCharacters.All),
            _ => PatternCharacters.Of(character),
        };
    }

    private T Unknown<T>(T value)
    {
        _isUnknown = true;
        return value;
    }

    private bool Take(string text)
    {
        if (_isUnknown || string.CompareOrdinal(_pattern, _position, text, 0, text.Length) != 0)
        {
            return false;
        }

        _position += text.Length;
        return true;
    }
}
