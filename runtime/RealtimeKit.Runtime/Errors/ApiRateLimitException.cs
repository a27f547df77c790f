using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>Status 429: too many calls.</summary>
public sealed class ApiRateLimitException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiRateLimitException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.TooManyRequests, errors, message)
    {
    }
}
