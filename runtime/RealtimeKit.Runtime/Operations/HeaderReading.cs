using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads the values of response headers. A header that is absent, or differs from the API description, is null. It never makes a call fail.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderReading
{
    /// <summary>Returns the text of a header. Several headers of the same name are joined with commas.</summary>
    public static string? Text(HttpHeaders headers, string name)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? string.Join(", ", values) : null;
    }

    /// <summary>
    /// Parses a value, independently of the culture. Numbers and dates are read as in bodies, since .NET would read <c>1,5</c>
    /// as 15, and <c>5/6/2024</c> as some date.
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

    /// <summary>Parses a decimal. Returns null if it would be rounded.</summary>
    public static decimal? Decimal(string? text) => ExactDecimal.TryParse(text, out decimal value) ? value : null;

    /// <summary>Parses a duration in the format of .NET or ISO 8601.</summary>
    public static TimeSpan? Duration(string? text)
        => text is not null && SpanText.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out TimeSpan value) ? value : null;

    /// <summary>Parses an instant in RFC 3339 or the date format of HTTP. Without an offset it is in UTC.</summary>
    public static DateTimeOffset? Instant(string? text)
        => text is null ? null
            : Rfc3339.TryParseDateTime(Encoding.UTF8.GetBytes(text.Trim()), out DateTimeOffset value) || LenientText.TryParseDateTime(text, out value) ? value
            : HttpDate.TryParse(text.Trim(), out value) ? value
            : null;

    /// <summary>Parses an absolute or relative URI.</summary>
    public static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value) ? value : null;

    /// <summary>Parses a value of another type.</summary>
    public static T? Converted<T, TConverter>(string? text)
        where T : struct
        where TConverter : ITextConverter<T>
        => TryConvert<T, TConverter>(text, out T value) ? value : null;

    /// <summary>Parses a value of another type, which is a class.</summary>
    public static T? ConvertedRef<T, TConverter>(string? text)
        where T : class
        where TConverter : ITextConverter<T>
        => TryConvert<T, TConverter>(text, out T? value) ? value : null;

    /// <summary>Returns texts separated by commas, or the values of a list in JSON.</summary>
    public static IReadOnlyList<string>? Texts(HttpHeaders headers, string name)
        => Texts(headers, name, ',');

    /// <summary>
    /// Returns texts separated by another character, except within quotes, or the values of a list in JSON. Several headers of the same name are
    /// one list.
    /// </summary>
    public static IReadOnlyList<string>? Texts(HttpHeaders headers, string name, char separator)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
            ? values.SelectMany(value => HeaderJson.Items(value) ?? HeaderList.Split(value, separator).Where(static item => item.Length > 0)).ToArray()
            : null;
    }

    /// <summary>Returns values separated by commas, or null if one of them is not valid.</summary>
    public static IReadOnlyList<T>? List<T>(HttpHeaders headers, string name, Func<string?, T?> parse)
        where T : struct
        => List(headers, name, ',', parse);

    /// <summary>Returns values separated by another character, or null if one of them is not valid.</summary>
    public static IReadOnlyList<T>? List<T>(HttpHeaders headers, string name, char separator, Func<string?, T?> parse)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (Texts(headers, name, separator)?.Select(parse).ToArray() is not { } values || Array.Exists(values, static value => value is null))
        {
            return null;
        }

        return Array.ConvertAll(values, static value => value.GetValueOrDefault());
    }

    /// <summary>Returns values separated by commas, or null if one of them is not valid. Their type is a class.</summary>
    public static IReadOnlyList<T>? ListRef<T>(HttpHeaders headers, string name, Func<string?, T?> parse)
        where T : class
        => ListRef(headers, name, ',', parse);

    /// <summary>Returns values separated by another character, or null if one of them is not valid. Their type is a class.</summary>
    public static IReadOnlyList<T>? ListRef<T>(HttpHeaders headers, string name, char separator, Func<string?, T?> parse)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(parse);
        return Texts(headers, name, separator)?.Select(parse).ToArray() is { } values && Array.TrueForAll(values, static value => value is not null)
            ? Array.ConvertAll(values, static value => value!)
            : null;
    }

    /// <summary>Reads a header as a JSON string without quotes.</summary>
    public static T? Quoted<T>(HttpHeaders headers, string name, JsonRead<T> read)
        where T : struct
        => Text(headers, name) is { } text && TryRead($"\"{JsonEncodedText.Encode(text.Trim())}\"", read, out T value) ? value : null;

    /// <summary>Reads a header as JSON. For a value type, a header that is absent or not valid gives the default value.</summary>
    public static T? Json<T>(HttpHeaders headers, string name, JsonRead<T> read)
        => Text(headers, name) is { } text && TryRead(text, read, out T? value) ? value : default;

    /// <summary>Reads a header that is one value: a number, a boolean or a text, as a JSON reader reads it.</summary>
    public static T? Simple<T>(HttpHeaders headers, string name, JsonRead<T> read)
        => Text(headers, name) is { } text ? Read(asText => HeaderJson.Value(text.Trim(), asText), read) : default;

    /// <summary>Reads a header that is a list of values, as a JSON reader reads the list. Servers also send JSON.</summary>
    public static T? SimpleList<T>(HttpHeaders headers, string name, char separator, JsonRead<T> read)
        => Texts(headers, name, separator) is not { } texts ? default
            : HeaderJson.IsJson(Text(headers, name)!, '[') && TryRead(Text(headers, name)!, read, out T? value) ? value
            : Read(asText => HeaderJson.List(texts, asText), read);

    /// <summary>Reads a header that has the names and values of an object, as a JSON reader reads the object. Servers also send JSON.</summary>
    public static T? SimpleObject<T>(HttpHeaders headers, string name, bool explode, JsonRead<T> read)
        => Text(headers, name) is not { } text ? default
            : HeaderJson.IsJson(text, '{') && TryRead(text, read, out T? value) ? value
            : Read(asText => HeaderJson.Object(text, explode, asText), read);

    /// <summary>
    /// Reads JSON with numbers and booleans, or the same as texts, whichever is as described. A union reads a number that is none of its cases
    /// as a text.
    /// </summary>
    private static T? Read<T>(Func<bool, string?> json, JsonRead<T> read)
    {
        bool wasHeader = HeaderLiteral.SetHeader(true);
        try
        {
            return json(false) is { } literal && TryRead(literal, read, out T? value) ? value
                : json(true) is { } text && TryRead(text, read, out T? asText) ? asText
                : default;
        }
        finally
        {
            HeaderLiteral.SetHeader(wasHeader);
        }
    }

    private static DateOnly? Date(string text)
        => Rfc3339.TryParseDate(Encoding.UTF8.GetBytes(text.Trim()), out DateOnly value) || LenientText.TryParseDate(text, out value) ? value : null;

    private static TimeOnly? Time(string text)
        => Rfc3339.TryParseTime(Encoding.UTF8.GetBytes(text.Trim()), out TimeOnly value) || LenientText.TryParseTime(text, out value) ? value : null;

    private static bool TryConvert<T, TConverter>(string? text, [MaybeNullWhen(false)] out T value)
        where TConverter : ITextConverter<T>
    {
        value = default;
        try
        {
            return text is not null && TConverter.TryParse(text.AsSpan().Trim(), out value);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            // The converter throws instead of returning false.
            return false;
        }
    }

    private static bool TryRead<T>(string json, JsonRead<T> read, out T? value)
    {
        try
        {
            value = JsonReading.Document(Encoding.UTF8.GetBytes(json), read);
            return true;
        }
        catch (JsonException)
        {
            // A header that is not valid counts as absent.
            value = default;
            return false;
        }
    }
}
