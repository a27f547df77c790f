using System.Globalization;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Parses dates and times as the runtime reads them: in RFC 3339, and in spellings that have only one meaning.</summary>
internal static class ClockText
{
    private const int DateLength = 10;
    private const int FractionStart = 9;
    private const int LongestFraction = 7;

    private static readonly string[] _clocks = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Parses a date, or an instant at midnight.</summary>
    public static bool TryParseDate(string text, out DateTimeOffset date) => TryParseInstant(text, out date) && date.TimeOfDay == TimeSpan.Zero;

    /// <summary>Parses an instant. A date alone is midnight in UTC.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant)
    {
        string trimmed = text.Trim();
        if (trimmed.Length < DateLength
            || !TryParseExact(trimmed.Substring(0, DateLength), ["yyyy-MM-dd"], out DateTimeOffset date))
        {
            return TryParseExact(trimmed, ["r"], out instant);
        }

        instant = default;
        string clock = trimmed.Length == DateLength ? "00:00:00" : trimmed.Substring(DateLength + 1).TrimStart();
        if ((trimmed.Length > DateLength && trimmed[DateLength] is not ('T' or 't' or ' '))
            || !TryParseClock(clock, out TimeSpan time, out TimeSpan offset, out _))
        {
            return false;
        }

        long utc = date.Ticks + time.Ticks - offset.Ticks;
        bool isInRange = utc >= DateTimeOffset.MinValue.Ticks && utc <= DateTimeOffset.MaxValue.Ticks;
        instant = isInRange ? new DateTimeOffset(date.Ticks + time.Ticks, offset) : default;
        return isInRange;
    }

    /// <summary>Parses a time of day in UTC or without an offset, to the precision of a tick.</summary>
    public static bool TryParseTime(string text, out TimeSpan time) =>
        TryParseClock(text.Trim(), out time, out TimeSpan offset, out bool isExact) && isExact && offset == TimeSpan.Zero;

    /// <param name="isExact">Whether a tick is fine enough for the fraction. The rest of a longer fraction is left out.</param>
    private static bool TryParseClock(string text, out TimeSpan time, out TimeSpan offset, out bool isExact)
    {
        (time, offset, isExact) = (default, default, true);
        int end = 0;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or ':' or '.' or ',')
        {
            end++;
        }

        string clock = text.Substring(0, end).Replace(',', '.');
        if (clock.Length > FractionStart + LongestFraction)
        {
            isExact = clock.Substring(FractionStart + LongestFraction).All(static c => c == '0');
            bool isFraction = clock.Substring(FractionStart).All(static c => c is >= '0' and <= '9');
            clock = isFraction ? clock.Substring(0, FractionStart + LongestFraction) : "";
        }

        // A time alone would be a time of the current date.
        bool isTime = TryParseExact("2000-01-01T" + clock, _clocks, out DateTimeOffset parsed);
        time = parsed.TimeOfDay;
        return isTime && !clock.EndsWith(".", StringComparison.Ordinal) && TryParseOffset(text.Substring(end).TrimStart(), out offset);
    }

    private static bool TryParseOffset(string text, out TimeSpan offset)
    {
        offset = default;
        if (text is "" or "Z" or "z" or "UTC" or "GMT")
        {
            return true;
        }

        bool isOffset = text[0] is '+' or '-'
            && TimeSpan.TryParseExact(text.Substring(1), ["hh", "hhmm", @"hh\:mm"], CultureInfo.InvariantCulture, out offset)
            && offset <= TimeSpan.FromHours(14);
        offset = text[0] == '-' ? -offset : offset;
        return isOffset;
    }

    private static bool TryParseExact(string text, string[] formats, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
