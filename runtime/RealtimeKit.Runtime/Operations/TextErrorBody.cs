using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

internal sealed class TextErrorBody(StatusPattern status, string? contentType)
    : ApiErrorBody(status, contentType)
{
    internal override bool IsJson => false;

    internal override object? Read(in ResponsePayload payload) => IsSecret ? new SensitiveString(payload.Decode()) : (object?)payload.Decode();
}
