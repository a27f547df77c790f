using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class TextResult(StatusPattern status, string? contentType)
    : ApiResult<string>(status, contentType, ResultBody.Text)
{
    internal override string Read(in ResponsePayload payload) => payload.Decode();
}
