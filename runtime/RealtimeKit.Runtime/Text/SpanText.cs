using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Parses and formats durations, in the constant format of .NET (<c>-d.hh:mm:ss.fffffff</c>) and in ISO 8601
/// (<c>-P1DT2H3M4.5S</c>). Rejects a duration that is not a whole number of ticks.
/// </summary>
internal static class SpanText
{
    /// <summary>The longest text that is parsed, in bytes. Longer text is not a duration.</summary>
    public const int MaximumLength = 64;

    /// <summary>The maximum number of digits of one number. A count of ticks has fewer, and the arithmetic cannot overflow.</summary>
    private const int MaximumDigits = 20;

    /// <summary>
    /// The units in the order in which they appear: first those of the date part, then those after the <c>T</c>. Years and
    /// months have 0 ticks, since their length varies.
    /// </summary>
    private static readonly (char Letter, bool IsTime, long Ticks)[] _units =
    [
        ('Y', false, 0),
        ('M', false, 0),
        ('W', false, 7 * TimeSpan.TicksPerDay),
        ('D', false, TimeSpan.TicksPerDay),
        ('H', true, TimeSpan.TicksPerHour),
        ('M', true, TimeSpan.TicksPerMinute),
        ('S', true, TimeSpan.TicksPerSecond),
    ];

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;
        if (text.Length > MaximumLength)
        {
            return false;
        }

        return text.IndexOfAny((byte)'P', (byte)'p') is 0 or 1
            ? TryParseIso(Encoding.ASCII.GetString(text).ToUpperInvariant(), out value)
            : text.Contains((byte)':') && TimeSpan.TryParseExact(Encoding.ASCII.GetString(text), "c", CultureInfo.InvariantCulture, out value);
    }

    public static string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    public static string FormatIso(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "PT0S";
        }

        var text = new StringBuilder(value < TimeSpan.Zero ? "-P" : "P");
        Append(text, Magnitude(value.Days), 'D');
        if (value.Ticks % TimeSpan.TicksPerDay == 0)
        {
            return text.ToString();
        }

        text.Append('T');
        Append(text, Magnitude(value.Hours), 'H');
        Append(text, Magnitude(value.Minutes), 'M');
        long seconds = Magnitude(value.Ticks % TimeSpan.TicksPerMinute);
        if (seconds != 0)
        {
            text.Append(((decimal)seconds / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        }

        return text.ToString();
    }

    private static long Magnitude(long part) => Math.Abs(part);

    private static void Append(StringBuilder text, long count, char unit)
    {
        if (count != 0)
        {
            text.Append(count.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }

    private static bool TryParseIso(string text, out TimeSpan value)
    {
        value = default;
        bool isNegative = text[0] == '-';
        int position = text[0] == 'P' ? 1 : 2;
        if (position == 2 && text[0] is not ('-' or '+'))
        {
            return false;
        }

        if (!TrySum(text.AsSpan(position), out Int128 ticks))
        {
            return false;
        }

        ticks = isNegative ? -ticks : ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
        {
            return false;
        }

        value = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Adds up the parts of an ISO 8601 duration, such as <c>1DT2H</c>.</summary>
    private static bool TrySum(ReadOnlySpan<char> parts, out Int128 ticks)
    {
        ticks = 0;
        int unit = 0;
        bool isTime = false;
        bool isAny = false;
        while (!parts.IsEmpty)
        {
            if (parts[0] == 'T' && !isTime)
            {
                isTime = true;
                isAny = false;
                parts = parts[1..];
                continue;
            }

            int length = parts.IndexOfAnyExcept("0123456789.,");
            if (length < 0 || !TryFindUnit(parts[length], isTime, ref unit, out long perUnit) || !TryCount(parts[..length], perUnit, out Int128 part))
            {
                return false;
            }

            ticks += part;
            isAny = true;
            parts = parts[(length + 1)..];
        }

        return isAny;
    }

    /// <summary>Finds a unit. Each unit may appear only once, and a longer unit must come before a shorter one.</summary>
    private static bool TryFindUnit(char letter, bool isTime, ref int next, out long ticks)
    {
        for (int index = next; index < _units.Length; index++)
        {
            if (_units[index].Letter == letter && _units[index].IsTime == isTime)
            {
                next = index + 1;
                ticks = _units[index].Ticks;
                return true;
            }
        }

        ticks = 0;
        return false;
    }

    /// <summary>Computes the ticks of one part. A unit of 0 ticks has no fixed length, so its count must be zero.</summary>
    private static bool TryCount(ReadOnlySpan<char> number, long perUnit, out Int128 ticks)
    {
        ticks = 0;
        int point = number.IndexOfAny('.', ',');
        ReadOnlySpan<char> fraction = point < 0 ? default : number[(point + 1)..].TrimEnd('0');
        ReadOnlySpan<char> whole = point < 0 ? number : number[..point];
        if (whole.IsEmpty || fraction.ContainsAny('.', ',') || (point >= 0 && point == number.Length - 1) || whole.Length + fraction.Length > MaximumDigits)
        {
            return false;
        }

        Int128 scaled = 0;
        foreach (char digit in whole)
        {
            scaled = (scaled * 10) + (digit - '0');
        }

        Int128 parts = 1;
        foreach (char digit in fraction)
        {
            scaled = (scaled * 10) + (digit - '0');
            parts *= 10;
        }

        (Int128 count, Int128 rest) = Int128.DivRem(scaled * perUnit, parts);
        ticks = count;
        return rest == 0 && (perUnit != 0 || scaled == 0);
    }
}
