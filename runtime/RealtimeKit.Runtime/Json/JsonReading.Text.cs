using System.Buffers.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>A string. Text that is not valid Unicode is an error.</summary>
    public static string String(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? Text(ref reader, "a string")
        : UndocumentedNulls.Take(ref reader) ? null!
        : ScalarText(ref reader, "a string");

    /// <summary>A string that must not be seen.</summary>
    public static SensitiveString Sensitive(ref Utf8JsonReader reader) => String(ref reader) is { } text ? new(text) : null!;

    /// <summary>A UUID, with or without hyphens, in either case.</summary>
    public static Guid Guid(ref Utf8JsonReader reader)
    {
        const string Expected = "a UUID";
        StringToken(ref reader, Expected);
        if (reader.TryGetGuid(out global::System.Guid value))
        {
            return value;
        }

        return global::System.Guid.TryParseExact(Text(ref reader, Expected), "N", out value)
            ? value
            : Otherwise<Guid>(ref reader, Expected, LenientText.TryParseGuid);
    }

    /// <summary>
    /// An RFC 3339 instant. Also taken, because servers send it: a blank for the <c>T</c>, and no offset, which means
    /// UTC. More than seven fractional digits are cut. A leap second is refused: no .NET type can hold it.
    /// </summary>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        const string Expected = "an RFC 3339 date and time";
        Span<byte> buffer = stackalloc byte[Rfc3339.MaximumLength];
        return Rfc3339.TryParseDateTime(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.DateTimeOffset value)
            ? value
            : Otherwise<DateTimeOffset>(ref reader, Expected, LenientText.TryParseDateTime);
    }

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly DateOnly(ref Utf8JsonReader reader)
    {
        const string Expected = "a date (yyyy-MM-dd)";
        Span<byte> buffer = stackalloc byte[Rfc3339.MaximumLength];
        return Rfc3339.TryParseDate(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.DateOnly value)
            ? value
            : Otherwise<DateOnly>(ref reader, Expected, LenientText.TryParseDate);
    }

    /// <summary>
    /// A time of day, <c>HH:mm:ss</c>, perhaps with a fraction of at most seven digits. A <c>Z</c> is passed over; a time
    /// with another offset is refused, since no <see cref="System.TimeOnly"/> has one.
    /// </summary>
    public static TimeOnly TimeOnly(ref Utf8JsonReader reader)
    {
        const string Expected = "a time of day without an offset (HH:mm:ss)";
        Span<byte> buffer = stackalloc byte[Rfc3339.MaximumLength];
        return Rfc3339.TryParseTime(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.TimeOnly value)
            ? value
            : Otherwise<TimeOnly>(ref reader, Expected, LenientText.TryParseTime);
    }

    /// <summary>
    /// A span of time: as .NET writes it (<c>1.02:03:04</c>) or by ISO 8601 (<c>P1DT2H3M4S</c>). Years and months are
    /// refused, since they are not equally long, and so is what is finer than a tick.
    /// </summary>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader)
    {
        const string Expected = "a span of time (1.02:03:04, or P1DT2H3M4S without years and months)";
        Span<byte> buffer = stackalloc byte[SpanText.MaximumLength];
        return SpanText.TryParse(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.TimeSpan value)
            ? value
            : throw NotA(Expected);
    }

    /// <summary>The same as <see cref="TimeSpan"/>: the two differ in how they are written.</summary>
    public static TimeSpan Duration(ref Utf8JsonReader reader) => TimeSpan(ref reader);

    /// <summary>An absolute or relative URI.</summary>
    public static Uri Uri(ref Utf8JsonReader reader)
    {
        const string Expected = "a URI";
        if (UndocumentedNulls.Take(ref reader))
        {
            return null!;
        }

        string text = Text(ref reader, Expected);

        // On Unix a leading slash would otherwise make it the absolute URI of a file.
        UriKind kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        if (!global::System.Uri.TryCreate(text, kind, out global::System.Uri? value))
        {
            throw NotA(Expected);
        }

        if (!value.IsAbsoluteUri)
        {
            // Nearly any text is a relative one.
            UnnamedValues.Count++;
        }

        return value;
    }

    /// <summary>Bytes in base64.</summary>
    public static byte[] Bytes(ref Utf8JsonReader reader)
    {
        const string Expected = "base64";
        if (UndocumentedNulls.Take(ref reader))
        {
            return null!;
        }

        StringToken(ref reader, Expected);
        if (!reader.TryGetBytesFromBase64(out byte[]? value))
        {
            return Otherwise<byte[]>(ref reader, Expected, LenientText.TryParseBytes);
        }

        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length != Base64.GetMaxEncodedToUtf8Length(value.Length))
        {
            // Spaces are passed over, so that a few words may look like it.
            UnnamedValues.Count++;
        }

        return value;
    }

    /// <summary>Any value, detached from the buffer it was read from.</summary>
    public static JsonElement Element(ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    private static string Text(ref Utf8JsonReader reader, string expected)
    {
        StringToken(ref reader, expected);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // What the reader throws for a lone surrogate or for bytes that are no UTF-8.
            throw new JsonException("Text is not valid Unicode.", exception);
        }
    }

    private static int Ascii(ref Utf8JsonReader reader, scoped Span<byte> buffer, string expected)
    {
        StringToken(ref reader, expected);
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > buffer.Length)
        {
            throw NotA(expected);
        }

        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("Text is not valid Unicode.", exception);
        }
    }

    private static void StringToken(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected(expected, ref reader);
        }
    }

    private static JsonException NotA(string expected) => new($"Expected {expected}, found other text.");
}
