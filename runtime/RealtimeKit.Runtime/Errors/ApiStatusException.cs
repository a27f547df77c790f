using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Retries;

namespace RealtimeKit.Runtime;

/// <summary>The server answered with a status that is no success of the operation.</summary>
/// <remarks>
/// The class of the exception depends on the status alone: 401, 403, 404, 409, 429 and 500 or above have subclasses. The
/// body that the API description types is in <see cref="Body"/>, whatever the class:
/// <code>catch (ApiNotFoundException e) when (e.Body is Problem problem) { … }</code>
/// </remarks>
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

    /// <summary>
    /// The body, of the type that the API description gives it for this status and media type; null where it describes
    /// none, or the server sent something else.
    /// </summary>
    public object? Body { get; init; }

    /// <summary>The errors found in the body, or none.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The response's headers, or null in a test double.</summary>
    public HttpResponseHeaders? Headers { get; internal set; }

    /// <summary>The body's media type, or null.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>The first 1 KB of the body, values that may be secret replaced by <c>***</c>; empty where there is none.</summary>
    public string BodySnippet { get; internal set; } = "";

    /// <summary>How long the server asks to wait, whatever the client would wait: from zero, for a time that is over, to 365 days. Null where it does not say or cannot be read.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>Gets <see cref="Body"/> if it is of a type.</summary>
    /// <typeparam name="TBody">The type that the API description gives the body.</typeparam>
    /// <param name="body">The body.</param>
    /// <returns>Whether there is a body of that type.</returns>
    public bool TryGetBody<TBody>([NotNullWhen(true)] out TBody? body)
    {
        body = Body is TBody typed ? typed : default;
        return Body is TBody;
    }

    /// <summary>The exception for a status.</summary>
    internal static ApiStatusException Create(HttpStatusCode status, IReadOnlyList<ApiError> errors, string message, object? body) => (int)status switch
    {
        401 => new ApiAuthenticationException(errors, message) { Body = body },
        403 => new ApiPermissionException(errors, message) { Body = body },
        404 => new ApiNotFoundException(errors, message) { Body = body },
        409 => new ApiConflictException(errors, message) { Body = body },
        429 => new ApiRateLimitException(errors, message) { Body = body },
        >= 500 => new ApiServerException(status, errors, message) { Body = body },
        _ => new ApiStatusException(status, errors, message) { Body = body },
    };
}
