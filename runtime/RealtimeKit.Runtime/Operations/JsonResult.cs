using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class JsonResult<T>(StatusPattern status, string? contentType, JsonRead<T> read, bool isNullable)
    : ApiResult<T>(status, contentType, ResultBody.Json)
{
    internal override T Read(in ResponsePayload payload)
        => isNullable && IsNothing(payload.Bytes.Span) ? default! : JsonPayload.Read(payload, read);

    /// <summary>Whether the body says nothing: a nullable result has a value for that.</summary>
    private static bool IsNothing(ReadOnlySpan<byte> body)
    {
        // Longer bodies are not looked at: only blank space could make them nothing.
        const int Longest = 64;
        if (body.Length > Longest)
        {
            return false;
        }

        ReadOnlySpan<byte> text = (body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body).Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8);
    }
}
