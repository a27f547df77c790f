using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>A status of 500 or above: the server, or something before it, failed.</summary>
public sealed class ApiServerException : ApiStatusException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiServerException(HttpStatusCode statusCode, IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(statusCode, errors, message)
    {
    }
}
