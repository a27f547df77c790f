using System.Buffers.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>Reads a string. Rejects text that is not valid Unicode.</summary>
    public static string String(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? Text(ref reader, "a string")
        : UndocumentedNulls.Take(ref reader) ? null!
        : ScalarText(ref reader, "a string");

    /// <summary>Reads a secret string.</summary>
    public static SensitiveString Sensitive(ref Utf8JsonReader reader) => String(ref reader) is { } text ? new(text) : null!;

    /// <summary>Reads a UUID, with or without hyphens, in upper or lower case.</summary>
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
    /// Reads an instant in RFC 3339. Also accepts a space instead of the <c>T</c>, and no offset, which means UTC, since
    /// servers send both. Digits of the fraction after the seventh are dropped. Rejects a leap second, which no .NET type can
    /// hold.
    /// </summary>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        const string Expected = "an RFC 3339 date and time";
        Span<byte> buffer = stackalloc byte[Rfc3339.MaximumLength];
        return Rfc3339.TryParseDateTime(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.DateTimeOffset value)
            ? value
            : Otherwise<DateTimeOffset>(ref reader, Expected, LenientText.TryParseDateTime);
    }

    /// <summary>Reads a date, <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly DateOnly(ref Utf8JsonReader reader)
    {
        const string Expected = "a date (yyyy-MM-dd)";
        Span<byte> buffer = stackalloc byte[Rfc3339.MaximumLength];
        return Rfc3339.TryParseDate(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.DateOnly value)
            ? value
            : Otherwise<DateOnly>(ref reader, Expected, LenientText.TryParseDate);
    }

    /// <summary>
    /// Reads a time of day, <c>HH:mm:ss</c>, with an optional fraction of at most seven digits. Ignores a <c>Z</c>. Rejects any
    /// other offset, since a <see cref="System.TimeOnly"/> has none.
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
    /// Reads a duration in the format of .NET (<c>1.02:03:04</c>) or of ISO 8601 (<c>P1DT2H3M4S</c>). Rejects years and months,
    /// since their length varies, and a fraction finer than a tick.
    /// </summary>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader)
    {
        const string Expected = "a duration (1.02:03:04, or P1DT2H3M4S without years and months)";
        Span<byte> buffer = stackalloc byte[SpanText.MaximumLength];
        return SpanText.TryParse(buffer[..Ascii(ref reader, buffer, Expected)], out global::System.TimeSpan value)
            ? value
            : throw NotA(Expected);
    }

    /// <summary>Reads a duration as <see cref="TimeSpan"/> does. The two types differ only in how they are written.</summary>
    public static TimeSpan Duration(ref Utf8JsonReader reader) => TimeSpan(ref reader);

    /// <summary>Reads an absolute or relative URI.</summary>
    public static Uri Uri(ref Utf8JsonReader reader)
    {
        const string Expected = "a URI";
        if (UndocumentedNulls.Take(ref reader))
        {
            return null!;
        }

        string text = Text(ref reader, Expected);

        // On Unix, a leading slash would otherwise make it the absolute URI of a file.
        UriKind kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        if (!global::System.Uri.TryCreate(text, kind, out global::System.Uri? value))
        {
            throw NotA(Expected);
        }

        if (!value.IsAbsoluteUri)
        {
            // Nearly any text is a relative URI.
            UnnamedValues.Count++;
        }

        return value;
    }

    /// <summary>Reads bytes in base64.</summary>
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
            // White space is ignored in base64, so a few words may look like it.
            UnnamedValues.Count++;
        }

        return value;
    }

    /// <summary>Reads any value. It does not depend on the buffer it was read from.</summary>
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
            // The reader throws this for an unpaired surrogate and for invalid UTF-8.
            throw new JsonException("The text is not valid Unicode.", exception);
        }
    }

    private static int Ascii(ref Utf8JsonReader reader, scoped Span<byte> buffer, string expected)
    {
        StringToken(ref reader, expected);
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > buffer.Length)
        {
            // Only a long fraction can make a valid value this long. The lenient reading has no limit.
            return 0;
        }

        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text is not valid Unicode.", exception);
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
