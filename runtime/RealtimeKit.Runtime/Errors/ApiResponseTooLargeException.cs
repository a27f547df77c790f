using System.Globalization;
using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The body is larger, once decompressed, than the client may keep in memory.</summary>
public sealed class ApiResponseTooLargeException : ApiException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiResponseTooLargeException(long limit, HttpStatusCode statusCode, string? message = null)
        : base(message ?? string.Create(CultureInfo.InvariantCulture, $"The response is larger than {limit} bytes."), innerException: null)
    {
        Limit = limit;
        StatusCode = statusCode;
    }

    /// <summary>The most bytes allowed.</summary>
    public long Limit { get; }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }
}
