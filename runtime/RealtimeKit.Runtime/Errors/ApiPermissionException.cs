using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>Status 403: the credential does not permit the operation.</summary>
public sealed class ApiPermissionException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiPermissionException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Forbidden, errors, message)
    {
    }
}
