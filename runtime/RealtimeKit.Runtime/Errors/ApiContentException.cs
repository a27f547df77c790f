using System.Net;

namespace RealtimeKit.Runtime;

/// <summary>The exception for a success status whose body differs from the API description.</summary>
public sealed class ApiContentException : ApiException
{
    /// <summary>Initializes a new instance for use in tests.</summary>
    public ApiContentException(string message, HttpStatusCode statusCode, Exception? innerException = null)
        : base(message, innerException)
        => StatusCode = statusCode;

    /// <summary>Gets the status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the media type of the body, or null.</summary>
    public string? ContentType { get; internal set; }

    /// <summary>Gets the path in the JSON at which reading failed, such as <c>$.data.items[3].id</c>, or null.</summary>
    public string? JsonPath { get; internal set; }

    /// <summary>Gets the first 1 KB of the body, in which <c>***</c> replaces values that may be secret. Empty if there is no body.</summary>
    public string BodySnippet { get; internal set; } = "";
}
