using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>Status 404: what the call names does not exist.</summary>
public sealed class ApiNotFoundException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiNotFoundException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.NotFound, errors, message)
    {
    }
}
