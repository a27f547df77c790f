using System.Net;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime;

/// <summary>The server answered with a status that is no success of the operation.</summary>
public class ApiStatusException : ApiException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiStatusException(HttpStatusCode statusCode, IReadOnlyList<ApiError>? errors = null, string? message = null, Exception? innerException = null)
        : base(message ?? $"The server answered {(int)statusCode}{(errors is [{ } first, ..] ? $": {first}" : "")}.", innerException)
    {
        StatusCode = statusCode;
        Errors = errors ?? [];
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The errors found in the body, or none.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The response's headers, or null in a test double.</summary>
    public HttpResponseHeaders? Headers { get; internal set; }

    /// <summary>The body's media type, or null.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The first 1 KB of the body, values that may be secret replaced by <c>***</c>; empty where there is none.</summary>
    public string BodySnippet { get; internal set; } = "";

    /// <summary>How long the server asks to wait, not negative, uncapped, or null.</summary>
    public TimeSpan? RetryAfter { get; internal set; }
}
