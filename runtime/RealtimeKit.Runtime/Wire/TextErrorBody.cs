using System.Net;

namespace RealtimeKit.Runtime.Wire;

internal sealed class TextErrorBody(StatusPattern status, string? contentType)
    : ApiErrorBody(status, contentType)
{
    private readonly TextResult _text = new(status, contentType);

    internal override ApiStatusException Read(in ResponsePayload payload, HttpStatusCode status, IReadOnlyList<ApiError> errors, string message)
        => new ApiStatusException<string>(status, _text.Read(payload), errors, message);
}
