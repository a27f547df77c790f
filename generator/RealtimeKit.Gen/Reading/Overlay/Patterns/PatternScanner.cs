using System.Globalization;

namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>Reads the characters of a pattern and records its first fault.</summary>
internal sealed class PatternScanner(string pattern)
{
    public int At { get; private set; }

    public string? Fault { get; private set; }

    public bool IsAtEnd => At == pattern.Length;

    public char Current => IsAtEnd ? '\0' : pattern[At];

    public char Next => At + 1 < pattern.Length ? pattern[At + 1] : ']';

    public void Advance() => At += IsAtEnd ? 0 : 1;

    public bool Skip(char sign)
    {
        bool isHere = !IsAtEnd && Current == sign;
        At += isHere ? 1 : 0;
        return isHere;
    }

    public void Expect(char sign)
    {
        if (!Skip(sign))
        {
            Refuse("expected '" + sign + "'");
        }
    }

    public void Refuse(string message) => Fault ??= message;

    public int ReadCodePoint()
    {
        int at = At;
        bool isPair = at + 1 < pattern.Length && char.IsSurrogatePair(pattern, at);
        At += isPair ? 2 : 1;
        return isPair ? char.ConvertToUtf32(pattern, at) : pattern[at];
    }

    public string ReadWhile(Func<char, bool> isWanted)
    {
        int start = At;
        while (!IsAtEnd && isWanted(Current))
        {
            At++;
        }

        return pattern.Substring(start, At - start);
    }

    public int ReadCount()
    {
        string digits = ReadWhile(static c => c is >= '0' and <= '9');
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Refuse("'" + digits + "' is not a repetition count");
        }

        return count;
    }
}
