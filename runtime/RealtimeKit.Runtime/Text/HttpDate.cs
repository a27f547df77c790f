using System.Globalization;

namespace RealtimeKit.Runtime.Text;

/// <summary>Reads dates of HTTP, independently of the culture.</summary>
internal static class HttpDate
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;

    /// <summary>The two older formats, which a recipient must still accept (RFC 9110, 5.6.7).</summary>
    private static readonly string[] _obsolete = ["dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    public static bool TryParse(string text, out DateTimeOffset value)
        => DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
            || DateTimeOffset.TryParseExact(text, _obsolete, CultureInfo.InvariantCulture, Styles, out value);
}
