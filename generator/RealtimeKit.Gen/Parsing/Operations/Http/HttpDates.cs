namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>
/// Lists the headers whose values are HTTP dates (<c>Sun, 06 Nov 1994 08:49:37 GMT</c>), even if the document says
/// <c>date-time</c>.
/// </summary>
internal static class HttpDates
{
    // RFC 9110 and RFC 9111; RFC 8594 (Sunset); RFC 7089 (the last two).
    private static readonly HashSet<string> _headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "Expires", "If-Modified-Since", "If-Range", "If-Unmodified-Since", "Last-Modified", "Retry-After", "Sunset", "Accept-Datetime",
        "Memento-Datetime",
    };

    public static bool IsHeader(string name) => _headers.Contains(name);
}
