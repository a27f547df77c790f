namespace RealtimeKit.Runtime.Wire;

internal sealed class BytesResult(StatusPattern status, string? contentType)
    : ApiResult<byte[]>(status, contentType, ResultBody.Bytes)
{
    internal override byte[] Read(in ResponsePayload payload) => payload.Bytes.ToArray();
}
