using System.Net;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime;

/// <summary>The response of a server, with a success or an error status.</summary>
/// <typeparam name="T">The type of the result of a success.</typeparam>
public sealed class ApiResponse<T>
{
    private readonly T _value;

    /// <summary>Initializes a new instance for a success, for use in tests.</summary>
    public ApiResponse(
        T value,
        HttpStatusCode statusCode = HttpStatusCode.OK,
        HttpResponseHeaders? headers = null,
        string? requestId = null,
        int attempts = 1,
        HttpContentHeaders? contentHeaders = null)
    {
        _value = value;
        StatusCode = statusCode;
        Headers = headers ?? NoHeaders();
        ContentHeaders = contentHeaders ?? NoContentHeaders();
        RequestId = requestId;
        Attempts = attempts;
    }

    /// <summary>Initializes a new instance for an error status, for use in tests.</summary>
    public ApiResponse(ApiStatusException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _value = default!;
        Error = error;
        StatusCode = error.StatusCode;
        Headers = error.Headers ?? NoHeaders();
        ContentHeaders = NoContentHeaders();
        RequestId = error.RequestId;
        Attempts = error.Attempts;
    }

    /// <summary>Gets whether the status is a success of the operation.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>Gets the result.</summary>
    /// <exception cref="ApiStatusException">The status is an error. The exception is the same as <see cref="Error"/>.</exception>
    public T Value => Error is null ? _value : throw Error;

    /// <summary>Gets the error, or null for a success.</summary>
    public ApiStatusException? Error { get; }

    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the headers of the response.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>
    /// Gets the headers that .NET assigns to the content, such as the media type, length, expiry and allowed methods. Empty for an error.
    /// </summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>Gets the server's id of the request, or null if there is none.</summary>
    public string? RequestId { get; }

    /// <summary>Gets the number of requests that were sent; at least 1.</summary>
    public int Attempts { get; }

    /// <summary>Returns the status code. The value and the headers are left out, since they may contain secrets.</summary>
    public override string ToString() => $"{(int)StatusCode}";

    private static HttpResponseHeaders NoHeaders()
    {
        using var response = new HttpResponseMessage();
        return response.Headers;
    }

    private static HttpContentHeaders NoContentHeaders()
    {
        using var content = new ByteArrayContent([]);
        return content.Headers;
    }
}
