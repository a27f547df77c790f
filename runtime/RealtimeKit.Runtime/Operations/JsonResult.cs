using System.Text;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class JsonResult<T>(StatusPattern status, string? contentType, JsonRead<T> read, bool isNullable)
    : ApiResult<T>(status, contentType, ResultBody.Json)
{
    internal override T Read(in ResponsePayload payload)
        => isNullable && IsNothing(payload.Bytes.Span) ? default! : JsonPayload.Read(payload, read);

    /// <summary>Returns whether the body is empty or <c>null</c>. A nullable result is null then.</summary>
    private static bool IsNothing(ReadOnlySpan<byte> body)
    {
        // A longer body is not examined, since it would have to consist of white space.
        const int Longest = 64;
        if (body.Length > Longest)
        {
            return false;
        }

        ReadOnlySpan<byte> text = (body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body).Trim(" \t\r\n"u8);
        return text.IsEmpty || text.SequenceEqual("null"u8);
    }
}
