using System.ComponentModel;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>A success response of an operation, created by <see cref="ApiResult"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiResult<T>
{
    private protected ApiResult(StatusPattern status, string? contentType, ResultBody body)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
    }

    internal StatusPattern Status { get; }

    /// <summary>Gets the media type of the response, or null for all media types of its kind of body.</summary>
    internal string? ContentType { get; }

    internal ResultBody Body { get; }

    /// <summary>Reads a body in memory, or one item of a sequence.</summary>
    internal abstract T Read(in ResponsePayload payload);

    /// <summary>Wraps the stream of a response. The result then owns the stream.</summary>
    internal virtual T Wrap(Stream stream) => throw new InvalidOperationException("This result is not a stream.");
}
