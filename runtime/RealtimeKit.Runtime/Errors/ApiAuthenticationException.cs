using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for status 401: the credential is missing, wrong or no longer valid.</summary>
public sealed class ApiAuthenticationException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiAuthenticationException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Unauthorized, errors, message)
    {
    }
}
