using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>Reads text that should be JSON as a JSON string without quotes.</summary>
internal static class TextJson
{
    /// <summary>Reads JSON. If the body is not JSON, reads it as text, if the result can be written as text.</summary>
    /// <param name="result">The result.</param>
    /// <param name="payload">The body.</param>
    /// <param name="mayBeStructure">
    /// Whether the text can begin like a JSON object or array: a server that sends a string as it is may call it JSON, whatever the string is.
    /// </param>
    /// <exception cref="PayloadException">The body is neither.</exception>
    public static T Read<T>(ApiResult<T> result, in ResponsePayload payload, bool mayBeStructure = false)
    {
        try
        {
            return result.Read(payload);
        }
        catch (PayloadException) when (!payload.IsStrict && (mayBeStructure || !IsStructure(payload.Bytes.Span)))
        {
            if (TryReadText(result, payload, out T? value))
            {
                return value!;
            }

            throw;
        }
    }

    /// <summary>Returns whether the body begins like a JSON object or array.</summary>
    public static bool IsStructure(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        return !text.IsEmpty && text[0] is (byte)'{' or (byte)'[';
    }

    /// <summary>Returns whether the body is a JSON string with an unpaired surrogate, and not text that contains quotes.</summary>
    private static bool IsBrokenString(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.Trim(" \t\r\n"u8);
        return text.Length > 1 && text[0] == (byte)'"' && text[^1] == (byte)'"' && WholeText.BrokenEscape(text) >= 0;
    }

    /// <summary>Reads the text as a JSON string. Returns false if the result cannot be written as a string.</summary>
    public static bool TryReadText<T>(ApiResult<T> result, in ResponsePayload payload, out T? value)
    {
        if (IsBrokenString(payload.Bytes.Span))
        {
            value = default;
            return false;
        }

        try
        {
            string text = payload.Decode();
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
}
