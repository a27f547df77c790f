using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime;

/// <summary>The exception for a status that is not a success of the operation.</summary>
/// <remarks>
/// The type of the exception depends on the status alone: 401, 403, 404, 409, 429 and 500 or above have their own types. If the
/// API description gives the body a type, the body is in <see cref="Body"/>:
/// <code>catch (ApiNotFoundException e) when (e.Body is Problem problem) { … }</code>
/// </remarks>
public class ApiStatusException : ApiException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiStatusException(HttpStatusCode statusCode, IReadOnlyList<ApiError>? errors = null, string? message = null, Exception? innerException = null)
        : base(message ?? $"The server returned {(int)statusCode}{(errors is [{ } first, ..] ? $": {first}" : "")}.", innerException)
    {
        StatusCode = statusCode;
        Errors = errors ?? [];
    }

    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>
    /// Gets the body as the type that the API description gives it for this status and media type. Null if the description
    /// gives it none, or the server sent something else.
    /// </summary>
    public object? Body { get; init; }

    /// <summary>Gets the errors found in the body. Empty if there are none.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>Gets the headers of the response, or null if a test created the exception.</summary>
    public HttpResponseHeaders? Headers { get; internal set; }

    /// <summary>Gets the media type of the body, or null.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>Gets the first 1 KB of the body, in which <c>***</c> replaces values that may be secret. Empty if there is no body.</summary>
    public string BodySnippet { get; internal set; } = "";

    /// <summary>
    /// Gets how long the server asks to wait, from zero (a time in the past) to 365 days. It may be longer than the client
    /// would wait. Null if the server does not say, or the header cannot be read.
    /// </summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>Gets <see cref="Body"/> if it has a certain type.</summary>
    /// <typeparam name="TBody">The type that the API description gives the body.</typeparam>
    /// <param name="body">The body, if it has this type.</param>
    /// <returns>True if the body has this type.</returns>
    public bool TryGetBody<TBody>([NotNullWhen(true)] out TBody? body)
    {
        body = Body is TBody typed ? typed : default;
        return Body is TBody;
    }

    /// <summary>Creates the exception for a status.</summary>
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
