using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class EmptyResult<T>(StatusPattern status, string? contentType, T value)
    : ApiResult<T>(status, contentType, ResultBody.None)
{
    internal override T Read(in ResponsePayload payload) => value;
}
