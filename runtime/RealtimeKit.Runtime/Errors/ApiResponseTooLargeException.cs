using System.Globalization;
using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for a body that is larger, after decompression, than the limit of the client.</summary>
public sealed class ApiResponseTooLargeException : ApiException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiResponseTooLargeException(long limit, HttpStatusCode statusCode, string? message = null)
        : base(message ?? string.Create(CultureInfo.InvariantCulture, $"The response is larger than {limit} bytes."), innerException: null)
    {
        Limit = limit;
        StatusCode = statusCode;
    }

    /// <summary>Gets the limit in bytes.</summary>
    public long Limit { get; }

    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; }
}
