using System.Net;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime;

/// <summary>The server reported success, but its body is not what the document describes.</summary>
public sealed class ApiContentException : ApiException
{
    /// <summary>For test doubles; calls make it themselves.</summary>
    public ApiContentException(string message, HttpStatusCode statusCode, Exception? innerException = null)
        : base(message, innerException)
        => StatusCode = statusCode;

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The body's media type, or null.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>Where in the JSON reading failed (<c>$.data.items[3].id</c>), or null.</summary>
    public string? JsonPath { get; internal set; }

    /// <summary>The first 1 KB of the body, values that may be secret replaced by <c>***</c>; empty where there is none.</summary>
    public string BodySnippet { get; internal set; } = "";
}
