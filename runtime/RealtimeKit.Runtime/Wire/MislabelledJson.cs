using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads a body that should be JSON but has another media type.</summary>
internal static class MislabelledJson
{
    /// <exception cref="PayloadException">The body is not what the document describes either.</exception>
    public static T Read<T>(ApiResult<T> result, in ResponsePayload payload)
    {
        const string Refusal = "JSON was expected.";
        if (payload.IsStrict)
        {
            throw new PayloadException(Refusal);
        }

        try
        {
            return result.Read(payload);
        }
        catch (PayloadException exception)
        {
            if (MediaType.IsPlainText(payload.ContentType?.MediaType) && TryReadText(result, payload, out T? value))
            {
                return value!;
            }

            // A page or an image: what the JSON reader says about its first byte would only mislead.
            throw LooksLikeJson(payload.Bytes.Span) ? exception : new PayloadException(Refusal, innerException: exception);
        }
    }

    /// <summary>Where the result is text, or has a spelling as text, plain text is the value itself.</summary>
    private static bool TryReadText<T>(ApiResult<T> result, in ResponsePayload payload, out T? value)
    {
        try
        {
            string text = Charset.Decode(payload.Bytes.Span, payload.ContentType);
            byte[] json = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
            value = result.Read(payload with { Bytes = json, ContentType = null });
            return true;
        }
        catch (PayloadException)
        {
            value = default;
            return false;
        }
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }
}
