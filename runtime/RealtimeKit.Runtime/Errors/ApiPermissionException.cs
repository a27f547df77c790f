using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for status 403: the credential does not permit the operation.</summary>
public sealed class ApiPermissionException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiPermissionException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Forbidden, errors, message)
    {
    }
}
