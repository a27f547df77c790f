using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>Status 401: the credential is missing, wrong or no longer valid.</summary>
public sealed class ApiAuthenticationException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiAuthenticationException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.Unauthorized, errors, message)
    {
    }
}
