using System.Globalization;

namespace RealtimeKit.Runtime.Text;

/// <summary>Parses and formats dates and times as JSON and URLs use them, independently of the culture.</summary>
internal static class Rfc3339
{
    /// <summary>The longest text that is parsed, in bytes. Longer text is not a date or time.</summary>
    public const int MaximumLength = 64;

    private static readonly long[] _tickFactors = [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];

    public static bool TryParseDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19
            || !TryParseDate(text[..10], out DateOnly date)
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseClock(text[11..], out long ticks, out int consumed)
            || !TryParseOffset(text[(11 + consumed)..], out TimeSpan offset))
        {
            return false;
        }

        long clock = date.ToDateTime(TimeOnly.MinValue).Ticks + ticks;
        long utc = clock - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(clock, offset);
        return true;
    }

    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-'
            || !TryParseDigits(text[..4], out int year)
            || !TryParseDigits(text[5..7], out int month)
            || !TryParseDigits(text[8..], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day);
        return true;
    }

    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryParseClock(text, out long ticks, out int consumed)
            || IsFinerThanTicks(text, consumed)
            || !TryParseOffset(text[consumed..], out TimeSpan offset)
            || offset != TimeSpan.Zero)
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }

    public static string Format(DateTimeOffset value)
    {
        string pattern = value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
        return value.ToString(pattern, CultureInfo.InvariantCulture);
    }

    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>Returns true if the fraction has a nonzero digit after the seventh, which ticks cannot represent.</summary>
    private static bool IsFinerThanTicks(ReadOnlySpan<byte> text, int end)
    {
        const int FirstLost = 16;
        return end <= text.Length && end > FirstLost && text[FirstLost..end].ContainsAnyExcept((byte)'0');
    }

    private static bool TryParseClock(ReadOnlySpan<byte> text, out long ticks, out int consumed)
    {
        ticks = 0;
        consumed = 0;
        if (text.Length < 8 || text[2] != (byte)':' || text[5] != (byte)':'
            || !TryParseDigits(text[..2], out int hour) || hour > 23
            || !TryParseDigits(text[3..5], out int minute) || minute > 59
            || !TryParseDigits(text[6..8], out int second) || second > 59)
        {
            return false;
        }

        ticks = ((hour * 3600L) + (minute * 60) + second) * TimeSpan.TicksPerSecond;
        consumed = 8;
        if (text.Length == 8 || text[8] != (byte)'.')
        {
            return true;
        }

        int digits = 0;
        for (consumed = 9; consumed < text.Length && char.IsAsciiDigit((char)text[consumed]); consumed++)
        {
            digits++;
            if (digits < _tickFactors.Length)
            {
                ticks += (text[consumed] - '0') * _tickFactors[digits];
            }
        }

        return digits > 0;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return text.Length <= 1;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != (byte)':'
            || !TryParseDigits(text[1..3], out int hours)
            || !TryParseDigits(text[4..6], out int minutes) || minutes > 59
            || (hours * 60) + minutes > 14 * 60)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == (byte)'-' ? -offset : offset;
        return true;
    }

    private static bool TryParseDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte character in text)
        {
            if (!char.IsAsciiDigit((char)character))
            {
                return false;
            }

            value = (value * 10) + (character - '0');
        }

        return true;
    }
}
