using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for status 429: too many requests.</summary>
public sealed class ApiRateLimitException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiRateLimitException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.TooManyRequests, errors, message)
    {
    }
}
