using System.Globalization;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Parses time spans, in the constant format of .NET and in ISO 8601.</summary>
internal static class DurationText
{
    /// <summary>The maximum number of digits of one number, with which the arithmetic of decimals is exact.</summary>
    private const int LongestNumber = 14;

    /// <summary>The units in their order. Years and months have 0 ticks, because their length varies.</summary>
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

    /// <summary>Returns whether a text is a time span, including one with years or months, which a <c>TimeSpan</c> cannot hold.</summary>
    public static bool IsDuration(string text) => IsIso(text) ? TrySum(text, out _) : TryParseConstant(text, out _);

    /// <summary>Parses a time span. Returns false if the text is something else, or if its value is not a whole number of ticks.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (!IsIso(text))
        {
            return TryParseConstant(text, out span);
        }

        bool isExact = TrySum(text, out decimal? sum) && sum is { } ticks && ticks == decimal.Truncate(ticks) && Math.Abs(ticks) <= long.MaxValue;
        span = isExact ? new TimeSpan((long)sum!.Value) : default;
        return isExact;
    }

    private static bool IsIso(string text) => text.IndexOfAny(['P', 'p']) is 0 or 1;

    private static bool TryParseConstant(string text, out TimeSpan span)
    {
        span = default;
        return text.IndexOf(':') >= 0 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out span);
    }

    /// <param name="ticks">The sum of all parts; null if it has years, months or too many digits.</param>
    private static bool TrySum(string text, out decimal? ticks)
    {
        string upper = text.ToUpperInvariant();
        ticks = 0;
        int position = upper.IndexOf('P') + 1;
        if (position == 2 && upper[0] is not ('-' or '+'))
        {
            return false;
        }

        bool isTime = false, isAny = false;
        for (int unit = 0; position < upper.Length;)
        {
            if (upper[position] == 'T' && !isTime)
            {
                (isTime, isAny) = (true, false);
                position++;
                continue;
            }

            int start = position;
            while (position < upper.Length && upper[position] is (>= '0' and <= '9') or '.' or ',')
            {
                position++;
            }

            unit = position == upper.Length ? -1 : Array.FindIndex(_units, unit, each => each.Letter == upper[position] && each.IsTime == isTime);
            string number = upper.Substring(start, position - start).Replace(',', '.');
            if (unit < 0 || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count)
                || number[0] == '.' || number[number.Length - 1] == '.')
            {
                return false;
            }

            ticks = number.Length > LongestNumber || (_units[unit].Ticks == 0 && count != 0) ? null : ticks + (count * _units[unit].Ticks);
            isAny = true;
            unit++;
            position++;
        }

        ticks = upper[0] == '-' ? -ticks : ticks;
        return isAny;
    }
}
