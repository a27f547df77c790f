using System.Net;

namespace RealtimeKit.Runtime.Wire;

internal sealed class JsonErrorBody<TError>(StatusPattern status, string? contentType, JsonRead<TError> read)
    : ApiErrorBody(status, contentType)
{
    internal override ApiStatusException Read(in ResponsePayload payload, HttpStatusCode status, IReadOnlyList<ApiError> errors, string message)
        => new ApiStatusException<TError>(status, JsonPayload.Read(payload, read), errors, message);
}
