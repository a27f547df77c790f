namespace RealtimeKit.Runtime.Wire;

internal sealed class EmptyResult<T>(StatusPattern status, string? contentType, T value)
    : ApiResult<T>(status, contentType, ResultBody.None)
{
    internal override T Read(in ResponsePayload payload) => value;
}
