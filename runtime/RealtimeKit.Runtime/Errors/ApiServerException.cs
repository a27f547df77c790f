using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for a status of 500 or above: the server, or a proxy in front of it, failed.</summary>
public sealed class ApiServerException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiServerException(HttpStatusCode statusCode, IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(statusCode, errors, message)
    {
    }
}
