using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Converts a <see cref="DateTime"/> in RFC 3339. By itself, .NET would convert it to the time zone of the machine, and write it
/// in another format and without its fraction.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DateTimeText : ITextConverter<DateTime>
{
    private const int DateLength = 10;

    private DateTimeText()
    {
    }

    /// <summary>Parses an instant. It is in UTC if the text has an offset, and otherwise of unspecified kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text.ToString());
        bool isRead = Rfc3339.TryParseDateTime(utf8, out DateTimeOffset instant)
            || (Leniency.Allows() && LenientText.TryParseDateTime(text.ToString(), out instant));
        value = !isRead ? default : HasOffset(text) ? instant.UtcDateTime : instant.DateTime;
        return isRead;
    }

    /// <summary>Formats an instant, in UTC with <c>Z</c>, in local time with an offset, and of unspecified kind without either.</summary>
    /// <param name="value">The value.</param>
    public static string Format(DateTime value) => value.Kind == DateTimeKind.Unspecified
        ? Rfc3339.Format(new DateTimeOffset(value, TimeSpan.Zero)).TrimEnd('Z')
        : Rfc3339.Format(new DateTimeOffset(value));

    /// <summary>Returns whether the text names its offset or is in the date format of HTTP, which is always in UTC.</summary>
    private static bool HasOffset(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.Trim();
        return !char.IsAsciiDigit(trimmed[0]) || (trimmed.Length > DateLength && trimmed[DateLength..].ContainsAny("+-ZzGU"));
    }
}
