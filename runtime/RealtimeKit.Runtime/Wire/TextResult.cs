using System.Text;

namespace RealtimeKit.Runtime.Wire;

internal sealed class TextResult(StatusPattern status, string? contentType)
    : ApiResult<string>(status, contentType, ResultBody.Text)
{
    internal override string Read(in ResponsePayload payload)
    {
        string charset = payload.ContentType?.CharSet?.Trim('"') ?? "utf-8";
        try
        {
            // Strict: a replacement character would be a silent change of what the server said.
            var encoding = Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            ReadOnlySpan<byte> bytes = payload.Bytes.Span;
            return encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new PayloadException($"The body is not valid {charset}.", innerException: exception);
        }
        catch (ArgumentException exception)
        {
            throw new PayloadException("The body is in a charset that is not known here.", innerException: exception);
        }
    }
}
