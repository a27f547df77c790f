using System.ComponentModel;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Creates the success responses of operations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiResult
{
    /// <summary>Creates a response with a JSON body.</summary>
    public static ApiResult<T> Json<T>(string status, JsonRead<T> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonResult<T>(StatusPattern.Parse(status), contentType, read, isNullable: false);
    }

    /// <summary>Creates a response with a JSON body that may be null. It is null if there is no body.</summary>
    public static ApiResult<T> NullableJson<T>(string status, JsonRead<T> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonResult<T>(StatusPattern.Parse(status), contentType, read, isNullable: true);
    }

    /// <summary>Creates a response with text, in the charset that the server declares, or UTF-8.</summary>
    public static ApiResult<string> Text(string status, string? contentType = null) => new TextResult(StatusPattern.Parse(status), contentType);

    /// <summary>Creates a response with bytes in memory.</summary>
    public static ApiResult<byte[]> Bytes(string status, string? contentType = null) => new BytesResult(StatusPattern.Parse(status), contentType);

    /// <summary>Creates a response with a stream. Disposing the stream ends the response.</summary>
    public static ApiResult<Stream> Stream(string status, string? contentType = null) => new StreamResult(StatusPattern.Parse(status), contentType);

    /// <summary>Creates a response without a body. A body that is sent is ignored.</summary>
    public static ApiResult<NoContent> Empty(string status, string? contentType = null) => EmptyAs(status, default(NoContent), contentType);

    /// <summary>Creates a response without a body that stands for a value, for an operation whose other responses have a body.</summary>
    public static ApiResult<T> EmptyAs<T>(string status, T value, string? contentType = null)
        => new EmptyResult<T>(StatusPattern.Parse(status), contentType, value);

    /// <summary>Converts the result of a response to another type.</summary>
    public static ApiResult<T> Map<T, TFrom>(ApiResult<TFrom> inner, Func<TFrom, T> map)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(map);
        return new MappedResult<T, TFrom>(inner, map);
    }
}
