using System.ComponentModel;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One success case of an operation; made by <see cref="ApiResult"/>.</summary>
/// <typeparam name="T">The result.</typeparam>
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

    /// <summary>The media type this case is for, or null for whatever its kind of body understands.</summary>
    internal string? ContentType { get; }

    internal ResultBody Body { get; }

    /// <summary>Reads a body in memory, the whole of it or, in a stream of items, one.</summary>
    internal abstract T Read(in ResponsePayload payload);

    /// <summary>Wraps a response's stream, which the result then owns.</summary>
    internal virtual T Wrap(Stream stream) => throw new InvalidOperationException("This result is not a stream.");
}
