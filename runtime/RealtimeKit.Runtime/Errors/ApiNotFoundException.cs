using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for status 404: the resource does not exist.</summary>
public sealed class ApiNotFoundException : ApiStatusException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiNotFoundException(IReadOnlyList<ApiError>? errors = null, string? message = null)
        : base(HttpStatusCode.NotFound, errors, message)
    {
    }
}
