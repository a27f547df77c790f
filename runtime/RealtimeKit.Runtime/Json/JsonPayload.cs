using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Reads a whole JSON document: valid Unicode with one value, and nothing after it. Other charsets than UTF-8 are accepted
/// unless the client reads strictly.
/// </summary>
internal static class JsonPayload
{
    /// <summary>Reads the body of a response.</summary>
    /// <exception cref="PayloadException">The body is not such a document, or <paramref name="read"/> does not accept it.</exception>
    public static T Read<T>(in ResponsePayload payload, JsonRead<T> read)
    {
        bool isUtf8 = Charset.Of(payload.ContentType) is not { } charset || Charset.IsUtf8(charset);
        if (payload.IsStrict)
        {
            return isUtf8 ? ReadStrictly(payload, read) : throw new PayloadException("The JSON of the body is not in UTF-8.");
        }

        if (!isUtf8)
        {
            return ReadDecoded(payload, read);
        }

        try
        {
            return Read(payload.Bytes.Span, payload.MaxJsonDepth, read);
        }
        catch (PayloadException) when (!payload.IsPart && Charset.Sniff(payload.Bytes.Span) is not null)
        {
            return ReadDecoded(payload, read);
        }
    }

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="PayloadException">The text is not such a document, or <paramref name="read"/> does not accept it.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, int maxDepth, JsonRead<T> read)
    {
        if (!Utf8.IsValid(json))
        {
            throw new PayloadException("The body is not valid UTF-8.");
        }

        if (json.StartsWith(Encoding.UTF8.Preamble))
        {
            json = json[Encoding.UTF8.Preamble.Length..];
        }

        if (json.IsEmpty)
        {
            throw new PayloadException("The body is empty.");
        }

        var options = new JsonReaderOptions { MaxDepth = maxDepth };
        if (WholeText.BrokenEscape(json) is >= 0 and var broken)
        {
            string where = JsonPath.Within(json, broken, options);
            throw new PayloadException($"The JSON differs from the API description at {where}: The text is not valid Unicode.", where);
        }

        var reader = new Utf8JsonReader(json, options);
        try
        {
            if (!reader.Read())
            {
                throw new PayloadException("The body is empty.");
            }

            T value = read(ref reader);
            if (reader.Read())
            {
                throw new JsonException("There is more text after the end of the document.");
            }

            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The getters of the reader throw the last two exceptions for strings that they cannot convert.
            // Invalid JSON is reported where the reader stopped, which may be within a value that is kept unread.
            long place = exception is JsonException { LineNumber: not null } ? long.MaxValue : reader.TokenStartIndex;
            string path = JsonPath.At(json, place, options);
            throw new PayloadException($"The JSON differs from the API description at {path}: {exception.Message}", path, exception);
        }
    }

    private static T ReadStrictly<T>(in ResponsePayload payload, JsonRead<T> read)
    {
        bool before = Leniency.SetStrict(true);
        try
        {
            return Read(payload.Bytes.Span, payload.MaxJsonDepth, read);
        }
        finally
        {
            Leniency.SetStrict(before);
        }
    }

    private static T ReadDecoded<T>(in ResponsePayload payload, JsonRead<T> read)
        => Read(Encoding.UTF8.GetBytes(payload.Decode()), payload.MaxJsonDepth, read);
}
