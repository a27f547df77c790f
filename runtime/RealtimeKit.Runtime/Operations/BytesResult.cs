using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class BytesResult(StatusPattern status, string? contentType)
    : ApiResult<byte[]>(status, contentType, ResultBody.Bytes)
{
    internal override byte[] Read(in ResponsePayload payload) => payload.Bytes.ToArray();
}
