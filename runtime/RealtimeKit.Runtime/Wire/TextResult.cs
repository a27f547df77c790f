namespace RealtimeKit.Runtime.Wire;

internal sealed class TextResult(StatusPattern status, string? contentType)
    : ApiResult<string>(status, contentType, ResultBody.Text)
{
    internal override string Read(in ResponsePayload payload) => Charset.Decode(payload.Bytes.Span, payload.ContentType);
}
