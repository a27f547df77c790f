using System.Text;

namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// One interpretation of a text that a server sent: as it is, with its escapes decoded once or several times, with the bytes of a
/// hexadecimal dump, or with its lines joined. It keeps from where in the original text each character comes.
/// </summary>
internal sealed class TextReading
{
    /// <summary>How often escapes are decoded. Programs nest few, and each reading is searched.</summary>
    private const int MostDecodings = 4;

    private readonly IReadOnlyList<int>? _starts;
    private readonly int _end;

    public TextReading(string text, IReadOnlyList<int>? starts, int end)
    {
        Text = text;
        _starts = starts;
        _end = end;
    }

    public string Text { get; }

    /// <summary>Returns all readings of a text. The text itself is the first.</summary>
    public static IEnumerable<TextReading> Of(string text)
    {
        var reading = new TextReading(text, null, text.Length);
        for (int i = 0; i <= MostDecodings; i++)
        {
            yield return reading;
            if (HexDump.Decode(reading) is { } dump)
            {
                yield return dump;
            }

            foreach (TextReading joined in WrappedText.Join(reading))
            {
                yield return joined;
            }

            if (i == MostDecodings || Unescaper.Decode(reading) is not { } decoded)
            {
                yield break;
            }

            reading = decoded;
        }
    }

    /// <summary>Returns where a character begins in the original text. The place after the last character is the end.</summary>
    public int Original(int place) => place >= Text.Length ? _end : _starts is null ? place : _starts[place];

    /// <summary>Collects the characters of a reading that is made from another one.</summary>
    internal sealed class Builder(TextReading source)
    {
        private readonly StringBuilder _text = new(source.Text.Length);
        private readonly List<int> _starts = new(source.Text.Length);

        /// <summary>Adds a character that begins at a place of the source.</summary>
        public void Add(char character, int place)
        {
            _text.Append(character);
            _starts.Add(source.Original(place));
        }

        public void Add(Rune rune, int place)
        {
            Span<char> units = stackalloc char[2];
            foreach (char unit in units[..rune.EncodeToUtf16(units)])
            {
                Add(unit, place);
            }
        }

        /// <summary>
        /// Adds bytes that were written one by one, as UTF-8. A byte that is not part of UTF-8 is the character with its number.
        /// </summary>
        /// <param name="bytes">The bytes.</param>
        /// <param name="places">Where each byte begins in the source.</param>
        public void Add(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> places)
        {
            for (int i = 0; i < bytes.Length;)
            {
                bool isValid = Rune.DecodeFromUtf8(bytes[i..], out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
                Add(isValid ? rune : new Rune(bytes[i]), places[i]);
                i += isValid ? length : 1;
            }
        }

        /// <summary>Removes certain characters at the end, at most <paramref name="most"/>.</summary>
        public void TrimEnd(string characters, int most)
        {
            int length = _text.Length;
            while (length > 0 && _text.Length - length < most && characters.Contains(_text[length - 1], StringComparison.Ordinal))
            {
                length--;
            }

            _starts.RemoveRange(length, _text.Length - length);
            _text.Length = length;
        }

        public TextReading Build() => new(_text.ToString(), _starts, source._end);
    }
}
