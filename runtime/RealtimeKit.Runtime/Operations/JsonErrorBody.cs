using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class JsonErrorBody<TError>(StatusPattern status, string? contentType, JsonRead<TError> read)
    : ApiErrorBody(status, contentType)
{
    internal override bool IsJson => true;

    internal override object? Read(in ResponsePayload payload) => JsonPayload.Read(payload, read);
}
