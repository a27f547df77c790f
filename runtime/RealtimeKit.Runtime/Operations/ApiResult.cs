using System.ComponentModel;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Makes the success cases of operations.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiResult
{
    /// <summary>A JSON body.</summary>
    public static ApiResult<T> Json<T>(string status, JsonRead<T> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonResult<T>(StatusPattern.Parse(status), contentType, read, isNullable: false);
    }

    /// <summary>A JSON body of a result that may be null: it is where there is no body.</summary>
    public static ApiResult<T> NullableJson<T>(string status, JsonRead<T> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonResult<T>(StatusPattern.Parse(status), contentType, read, isNullable: true);
    }

    /// <summary>Text, in the charset the server names, else UTF-8.</summary>
    public static ApiResult<string> Text(string status, string? contentType = null) => new TextResult(StatusPattern.Parse(status), contentType);

    /// <summary>Bytes in memory.</summary>
    public static ApiResult<byte[]> Bytes(string status, string? contentType = null) => new BytesResult(StatusPattern.Parse(status), contentType);

    /// <summary>The response's own stream; disposing it ends the response.</summary>
    public static ApiResult<Stream> Stream(string status, string? contentType = null) => new StreamResult(StatusPattern.Parse(status), contentType);

    /// <summary>No body; one that comes nevertheless is not looked at.</summary>
    public static ApiResult<NoContent> Empty(string status, string? contentType = null) => EmptyAs(status, default(NoContent), contentType);

    /// <summary>No body, which means a value, among other answers that have one.</summary>
    public static ApiResult<T> EmptyAs<T>(string status, T value, string? contentType = null)
        => new EmptyResult<T>(StatusPattern.Parse(status), contentType, value);

    /// <summary>Another case's result as another type.</summary>
    public static ApiResult<T> Map<T, TFrom>(ApiResult<TFrom> inner, Func<TFrom, T> map)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(map);
        return new MappedResult<T, TFrom>(inner, map);
    }
}
