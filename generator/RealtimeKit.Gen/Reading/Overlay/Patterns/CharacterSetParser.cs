namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>Parses the parts of a pattern that match one character: a character, an escape or a class in brackets.</summary>
internal sealed class CharacterSetParser(PatternScanner scanner)
{
    private const string Escapable = "()*+-.?[\\]^{|}$";

    // The order is that of UnicodeCategory.
    private static readonly string[] _categories =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc",
        "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];

    public CharacterSet ParseCharacter() => Single(scanner.ReadCodePoint());

    public CharacterSet ParseClass()
    {
        scanner.Advance();
        bool isNegated = scanner.Skip('^');
        var ranges = new List<(int, int)>();
        var parts = new List<CharacterSet>();
        int start = scanner.At;
        while (scanner.Fault is null && scanner.Current != ']')
        {
            if (scanner.IsAtEnd || scanner.Current == '[')
            {
                scanner.Refuse("a character class has no ']'");
                break;
            }

            CharacterSet first = scanner.Current == '\\' ? ParseEscape() : ParseCharacter();
            bool isHyphen = scanner.At == start + 1 && IsSingle(first) && first.Ranges[0].First == '-';
            if (scanner.Fault is null && !isHyphen && scanner.Current == '-' && scanner.Next != ']' && IsSingle(first))
            {
                scanner.Advance();
                CharacterSet last = scanner.Current == '\\' ? ParseEscape() : ParseCharacter();
                if (!IsSingle(last) || last.Ranges[0].First < first.Ranges[0].First)
                {
                    scanner.Refuse("a range's first character must not be greater than its last");
                    break;
                }

                ranges.Add((first.Ranges[0].First, last.Ranges[0].Last));
            }
            else
            {
                parts.Add(first);
            }
        }

        if (scanner.At == start)
        {
            scanner.Refuse("a character class is empty");
        }

        scanner.Expect(']');
        return CharacterSet.Class(isNegated, ranges, parts);
    }

    public CharacterSet ParseEscape()
    {
        scanner.Advance();
        char c = scanner.Current;
        scanner.Advance();
        switch (c)
        {
            case 'n':
                return Single('\n');
            case 'r':
                return Single('\r');
            case 't':
                return Single('\t');
            case 'd':
                return CharacterSet.Of(('0', '9'));
            case 's':
                return CharacterSet.Of(('\t', '\r'), (' ', ' '));
            case 'w':
                return CharacterSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));
            case 'p' or 'P':
                return ParseCategory(isNegated: c == 'P');
        }

        if (c == '\0' || Escapable.IndexOf(c) < 0)
        {
            scanner.Refuse("'\\" + c + "' is not an escape of I-Regexp");
        }

        return Single(c);
    }

    private CharacterSet ParseCategory(bool isNegated)
    {
        scanner.Expect('{');
        string name = scanner.ReadWhile(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));
        scanner.Expect('}');
        uint categories = 0;
        for (int i = 0; i < _categories.Length; i++)
        {
            categories |= name.Length is 1 or 2 && _categories[i].StartsWith(name, StringComparison.Ordinal) ? 1u << i : 0;
        }

        if (categories == 0)
        {
            scanner.Refuse("'" + name + "' is not a Unicode category");
        }

        return new CharacterSet(isNegated, [], [], categories);
    }

    private static bool IsSingle(CharacterSet set) => set.Ranges.Length == 1 && set.Ranges[0].First == set.Ranges[0].Last;

    private static CharacterSet Single(int codePoint) => CharacterSet.Of((codePoint, codePoint));
}
