using System.ComponentModel;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Makes values of response headers. A header is a hint beside the answer: one that is absent, or not what the document
/// says, is null, and never the reason why a call fails.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderReading
{
    private const DateTimeStyles ObsoleteStyles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite;

    /// <summary>The two older forms of a date in HTTP, which a recipient must still read (RFC 9110, 5.6.7).</summary>
    private static readonly string[] _obsolete = ["dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The text; several of one name with commas between them.</summary>
    public static string? Text(HttpHeaders headers, string name)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? string.Join(", ", values) : null;
    }

    /// <summary>
    /// What a type's own parser makes of a text, whatever the culture. Numbers and dates are read as in bodies: the
    /// platform would take <c>1,5</c> for 15, and <c>5/6/2024</c> for a date of its own choice.
    /// </summary>
    public static T? Value<T>(string? text)
        where T : struct, ISpanParsable<T>
    {
        if (text is null)
        {
            return null;
        }

        object? value = typeof(T) == typeof(double) ? ExactFloat.ParseDouble(text)
            : typeof(T) == typeof(float) ? ExactFloat.ParseSingle(text)
            : typeof(T) == typeof(DateOnly) ? Date(text)
            : typeof(T) == typeof(TimeOnly) ? Time(text)
            : T.TryParse(text.AsSpan().Trim(), CultureInfo.InvariantCulture, out T parsed) ? parsed
            : null;
        return (T?)value;
    }

    /// <summary>A decimal; null where it would have to be rounded.</summary>
    public static decimal? Decimal(string? text) => ExactDecimal.TryParse(text, out decimal value) ? value : null;

    /// <summary>A span of time, as .NET writes it or by ISO 8601.</summary>
    public static TimeSpan? Duration(string? text)
        => text is not null && SpanText.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out TimeSpan value) ? value : null;

    /// <summary>An instant by RFC 3339 or as HTTP writes dates; without an offset it is UTC.</summary>
    public static DateTimeOffset? Instant(string? text)
        => text is null ? null
            : Rfc3339.TryParseDateTime(Encoding.UTF8.GetBytes(text.Trim()), out DateTimeOffset value) || LenientText.TryParseDateTime(text, out value) ? value
            : DateTimeOffset.TryParseExact(text.Trim(), _obsolete, CultureInfo.InvariantCulture, ObsoleteStyles, out value) ? value
            : null;

    /// <summary>An address, absolute or relative.</summary>
    public static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value) ? value : null;

    /// <summary>Texts with commas between them.</summary>
    public static IReadOnlyList<string>? Texts(HttpHeaders headers, string name)
        => Text(headers, name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Values with commas between them; null where one of them is none.</summary>
    public static IReadOnlyList<T>? List<T>(HttpHeaders headers, string name, Func<string?, T?> parse)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (Texts(headers, name) is not { } texts)
        {
            return null;
        }

        var values = new List<T>(texts.Count);
        foreach (string text in texts)
        {
            if (parse(text) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>What a JSON reader makes of a string that stands in the header without quotes.</summary>
    public static T? Quoted<T>(HttpHeaders headers, string name, JsonRead<T> read)
        where T : struct
        => Text(headers, name) is { } text && TryRead($"\"{JsonEncodedText.Encode(text.Trim())}\"", read, out T value) ? value : null;

    /// <summary>JSON; a value type's default is what cannot be told from none.</summary>
    public static T? Json<T>(HttpHeaders headers, string name, JsonRead<T> read)
        => Text(headers, name) is { } text && TryRead(text, read, out T? value) ? value : default;

    private static DateOnly? Date(string text)
        => Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text.Trim()), out DateOnly value) || LenientText.TryParseDate(text, out value) ? value : null;

    private static TimeOnly? Time(string text)
        => Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(text.Trim()), out TimeOnly value) || LenientText.TryParseTime(text, out value) ? value : null;

    private static bool TryRead<T>(string json, JsonRead<T> read, out T? value)
    {
        try
        {
            value = JsonReading.Document(Encoding.UTF8.GetBytes(json), read);
            return true;
        }
        catch (JsonException)
        {
            // As said above: a header that is not what it should be is no header.
            value = default;
            return false;
        }
    }
}
