using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for status 409: the request conflicts with the state of the resource. Such a call is never retried.</summary>
public sealed class ApiConflictException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiConflictException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Conflict, errors, message)
    {
    }
}
