using System.Globalization;
using System.Text;

namespace RealtimeKit.Runtime.Text;

/// <summary>
/// Reads dates, times and ids that differ from the standard format but have only one possible meaning. Each method rewrites the
/// text in the standard format and then parses it.
/// </summary>
internal static class LenientText
{
    private const int DateLength = 10;

    /// <summary>Parses an instant that is not quite in RFC 3339.</summary>
    /// <remarks>
    /// Accepts an offset written as <c>+0100</c>, <c>+01</c>, <c>UTC</c> or after a space, a time without seconds, and a comma
    /// before the fraction. Also accepts the date format of HTTP, and a date without a time, which means midnight in UTC.
    /// </remarks>
    public static bool TryParseDateTime(string text, out DateTimeOffset value)
    {
        string trimmed = text.Trim();
        if (trimmed.Length < DateLength || !char.IsAsciiDigit(trimmed[0]))
        {
            return DateTimeOffset.TryParseExact(trimmed, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        }

        string date = trimmed[..DateLength];
        string? clock = trimmed.Length == DateLength ? "00:00:00Z"
            : trimmed[DateLength] is 'T' or 't' or ' ' ? Clock(trimmed[(DateLength + 1)..].TrimStart())
            : null;
        value = default;
        return clock is not null && Rfc3339.TryParseDateTime(Encoding.UTF8.GetBytes(date + "T" + clock), out value);
    }

    /// <summary>Parses a date that is followed by the time midnight.</summary>
    public static bool TryParseDate(string text, out DateOnly value)
    {
        bool isMidnight = TryParseDateTime(text, out DateTimeOffset instant) && instant.TimeOfDay == TimeSpan.Zero;
        value = isMidnight ? DateOnly.FromDateTime(instant.DateTime) : default;
        return isMidnight;
    }

    /// <summary>Parses a time of day without seconds, with a comma before the fraction, or with another spelling of UTC.</summary>
    public static bool TryParseTime(string text, out TimeOnly value)
    {
        value = default;
        return Clock(text.Trim()) is { } clock && Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(clock), out value);
    }

    /// <summary>Parses a UUID in braces or parentheses, or as a URN.</summary>
    public static bool TryParseGuid(string text, out Guid value)
    {
        const string Urn = "urn:uuid:";
        string trimmed = text.Trim();
        return trimmed.StartsWith(Urn, StringComparison.OrdinalIgnoreCase)
            ? Guid.TryParseExact(trimmed[Urn.Length..], "D", out value)
            : Guid.TryParseExact(trimmed, "D", out value) || Guid.TryParseExact(trimmed, "B", out value) || Guid.TryParseExact(trimmed, "P", out value);
    }

    /// <summary>Decodes base64 in the URL-safe alphabet or without padding.</summary>
    public static bool TryParseBytes(string text, out byte[] value)
    {
        string usual = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        value = new byte[usual.Length * 3 / 4];
        bool isRead = usual.Length % 4 != 1
            && Convert.TryFromBase64String(usual.PadRight((usual.Length + 3) / 4 * 4, '='), value, out int written)
            && written == value.Length;
        return isRead;
    }

    /// <summary>Rewrites a time of day with its offset in the format of RFC 3339. Returns null if the text is something else.</summary>
    private static string? Clock(string text)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':' or '.' or ','))
        {
            end++;
        }

        string clock = text[..end].Replace(',', '.');
        string? offset = Offset(text[end..].TrimStart());
        const int WithoutSeconds = 5;
        return offset is null ? null : clock.Length == WithoutSeconds ? clock + ":00" + offset : clock + offset;
    }

    private static string? Offset(string text) => text switch
    {
        "" => "",
        "Z" or "z" or "UTC" or "GMT" => "Z",
        ['+' or '-', _, _] => text + ":00",
        ['+' or '-', _, _, _, _] => $"{text[..3]}:{text[3..]}",
        ['+' or '-', _, _, ':', _, _] => text,
        _ => null,
    };
}
