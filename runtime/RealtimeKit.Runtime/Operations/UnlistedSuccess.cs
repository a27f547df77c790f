using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>
/// Decides what a success is that the document does not list, beside a default that describes an error. HTTP says that
/// it is a success; the document says that the default describes it. The body decides: it is the error only where the
/// error's type names more of its properties, or the result's type refuses it.
/// </summary>
internal static class UnlistedSuccess
{
    /// <summary>Whether the body is the error.</summary>
    public static bool IsError<T>(ApiResult<T> result, ApiErrorBody error, in ResponsePayload payload)
    {
        if (result.Body is not (ResultBody.None or ResultBody.Json) || payload.Bytes.IsEmpty)
        {
            return false;
        }

        int? asError = Unnamed(payload, error.Read);
        int? asResult = result.Body == ResultBody.None ? Properties(payload) : Unnamed(payload, Read(result));
        return asError is not null && (asResult is null || asError < asResult);
    }

    private delegate object? PayloadRead(in ResponsePayload payload);

    private static PayloadRead Read<T>(ApiResult<T> result) => (in ResponsePayload payload) => result.Read(payload);

    /// <summary>How much of the body a reader finds that its type does not name; null where it refuses the body.</summary>
    private static int? Unnamed(in ResponsePayload payload, PayloadRead read)
    {
        int before = UnnamedValues.Properties;
        try
        {
            read(payload);
            return UnnamedValues.Properties - before;
        }
        catch (PayloadException)
        {
            return null;
        }
    }

    private static int Properties(in ResponsePayload payload)
    {
        try
        {
            return JsonPayload.Read(payload, static (ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader)) is { ValueKind: JsonValueKind.Object } body
                ? body.EnumerateObject().Count()
                : 0;
        }
        catch (PayloadException)
        {
            return 0;
        }
    }
}
