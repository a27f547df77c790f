namespace RealtimeKit.Runtime.Wire;

internal sealed class JsonResult<T>(StatusPattern status, string? contentType, JsonRead<T> read)
    : ApiResult<T>(status, contentType, ResultBody.Json)
{
    internal override T Read(in ResponsePayload payload) => JsonPayload.Read(payload, read);
}
