using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>Status 409: the call does not fit the state of what it names. Never repeated.</summary>
public sealed class ApiConflictException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiConflictException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Conflict, errors, message)
    {
    }
}
