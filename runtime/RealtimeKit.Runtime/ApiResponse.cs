using System.Net;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Receiving;

namespace RealtimeKit.Runtime;

/// <summary>A server's answer, success or not.</summary>
/// <typeparam name="T">The result of a success.</typeparam>
public sealed class ApiResponse<T>
{
    private readonly T _value;

    /// <summary>A success. For test doubles; calls make it themselves.</summary>
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

    /// <summary>An error status. For test doubles; calls make it themselves.</summary>
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

    /// <summary>Whether the status is a success of the operation.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The result.</summary>
    /// <exception cref="ApiStatusException">The status is an error; the same exception as <see cref="Error"/>.</exception>
    public T Value => Error is null ? _value : throw Error;

    /// <summary>The error, or null in a success.</summary>
    public ApiStatusException? Error { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The response's headers.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The headers that the platform counts to the content: its type, length and name, its age, what is allowed. None in an error.</summary>
    public HttpContentHeaders ContentHeaders { get; }

    /// <summary>The server's id of the request, or null.</summary>
    public string? RequestId { get; }

    /// <summary>How many requests were sent, 1 or more.</summary>
    public int Attempts { get; }

    /// <summary>The status; neither value nor headers, which may hold secrets.</summary>
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
