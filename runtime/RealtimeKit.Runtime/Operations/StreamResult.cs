using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class StreamResult(StatusPattern status, string? contentType)
    : ApiResult<Stream>(status, contentType, ResultBody.Stream)
{
    internal override Stream Read(in ResponsePayload payload) => new MemoryStream(payload.Bytes.ToArray(), writable: false);

    internal override Stream Wrap(Stream stream) => stream;
}
