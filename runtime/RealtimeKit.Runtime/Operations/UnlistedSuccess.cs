using System.Text.Json;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>
/// Decides what a success status means that is not in the API description, if the description has a default response for
/// errors. In HTTP it is a success, but the default describes it as an error. The body decides: it is the error only if the
/// type of the error describes more of its properties, or the type of the result rejects it.
/// </summary>
internal static class UnlistedSuccess
{
    /// <summary>Returns whether the body is the error.</summary>
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

    /// <summary>Returns the number of properties in the body that a type does not describe, or null if the type rejects the body.</summary>
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
            JsonElement body = JsonPayload.Read(payload, static (ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader));
            return body.ValueKind == JsonValueKind.Object ? body.EnumerateObject().Count() : 0;
        }
        catch (PayloadException)
        {
            return 0;
        }
    }
}
