namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>A set of the characters of numbers, in which all other characters count as one.</summary>
internal readonly record struct PatternCharacters(int Bits)
{
    private const string Known = "0123456789+-.eE";
    private const int Other = 1 << 15;

    public static readonly PatternCharacters All = new((Other << 1) - 1);
    public static readonly PatternCharacters Digits = Range('0', '9');
    public static readonly PatternCharacters Words = new(Digits.Bits | Of('e').Bits | Of('E').Bits | Other);
    public static readonly PatternCharacters Spaces = new(Other);

    public static PatternCharacters Of(char character) => new(Known.IndexOf(character) is >= 0 and var at ? 1 << at : Other);

    public static PatternCharacters Range(char first, char last)
    {
        int count = 0;
        int bits = 0;
        for (int i = 0; i < Known.Length; i++)
        {
            bool isIn = Known[i] >= first && Known[i] <= last;
            bits |= isIn ? 1 << i : 0;
            count += isIn ? 1 : 0;
        }

        return new PatternCharacters(count == last - first + 1 ? bits : bits | Other);
    }

    /// <summary>Returns the set of the characters that are not in this one. There are always others.</summary>
    public PatternCharacters Negate() => new((All.Bits & ~Bits) | Other);

    public PatternCharacters With(PatternCharacters more) => new(Bits | more.Bits);

    public bool Contains(char character) => (Of(character).Bits & Bits) != 0;

    /// <summary>Returns how far texts come as numbers with one more character of this set.</summary>
    public NumberProgress Follow(NumberProgress from)
    {
        NumberProgress to = NumberProgress.None;
        for (int i = 0; i <= Known.Length; i++)
        {
            to |= (Bits & (1 << i)) != 0 ? Next(from, i < Known.Length ? Known[i] : ' ') : NumberProgress.None;
        }

        return to;
    }

    private static NumberProgress Next(NumberProgress from, char character) => character switch
    {
        >= '0' and <= '9' => Step(from, NumberProgress.Start | NumberProgress.Sign | NumberProgress.Digits, NumberProgress.Digits)
            | Step(from, NumberProgress.Point | NumberProgress.Fraction, NumberProgress.Fraction)
            | Step(from, NumberProgress.Exponent | NumberProgress.ExponentSign | NumberProgress.ExponentDigits, NumberProgress.ExponentDigits)
            | (from & NumberProgress.Other),
        '+' or '-' => Step(from, NumberProgress.Start, NumberProgress.Sign)
            | Step(from, NumberProgress.Exponent, NumberProgress.ExponentSign)
            | Step(from, ~(NumberProgress.Start | NumberProgress.Exponent), NumberProgress.Other),
        '.' => Step(from, NumberProgress.Start | NumberProgress.Sign, NumberProgress.Point)
            | Step(from, NumberProgress.Digits, NumberProgress.Fraction)
            | Step(from, ~(NumberProgress.Start | NumberProgress.Sign | NumberProgress.Digits), NumberProgress.Other),
        'e' or 'E' => Step(from, NumberProgress.Digits | NumberProgress.Fraction, NumberProgress.Exponent)
            | Step(from, ~(NumberProgress.Digits | NumberProgress.Fraction), NumberProgress.Other),
        _ => Step(from, ~NumberProgress.None, NumberProgress.Other),
    };

    private static NumberProgress Step(NumberProgress from, NumberProgress before, NumberProgress after)
        => (from & before) != 0 ? after : NumberProgress.None;
}
