using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Converts a date that the project reads as a <see cref="DateTime"/> or <see cref="DateTimeOffset"/>. Midnight is written as the date
/// alone, as the format says. A value with a time of day keeps it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DateText : ITextConverter<DateTime>, ITextConverter<DateTimeOffset>
{
    private DateText()
    {
    }

    /// <summary>Parses a date, or an instant like <see cref="DateTimeText"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime value)
    {
        bool isDate = Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text.ToString()), out DateOnly date);
        value = isDate ? date.ToDateTime(TimeOnly.MinValue) : default;
        return isDate || DateTimeText.TryParse(text, out value);
    }

    /// <summary>Parses a date, which is midnight in UTC, or an instant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        bool isDate = Rfc3339.TryParseDate(utf8, out DateOnly date);
        value = isDate ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : default;
        return isDate
            || Rfc3339.TryParseDateTime(utf8, out value)
            || (Leniency.Allows() && LenientText.TryParseDateTime(text.ToString(), out value));
    }

    /// <summary>Formats midnight as a date, and any other value like <see cref="DateTimeText"/>.</summary>
    /// <param name="value">The value.</param>
    public static string Format(DateTime value)
        => value.TimeOfDay == TimeSpan.Zero ? Rfc3339.Format(DateOnly.FromDateTime(value)) : DateTimeText.Format(value);

    /// <summary>Formats midnight in UTC as a date, and any other value as an instant.</summary>
    /// <param name="value">The value.</param>
    public static string Format(DateTimeOffset value)
        => value.TimeOfDay == TimeSpan.Zero && value.Offset == TimeSpan.Zero ? Rfc3339.Format(DateOnly.FromDateTime(value.Date)) : Rfc3339.Format(value);
}
