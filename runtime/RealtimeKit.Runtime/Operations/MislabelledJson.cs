using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>Reads a body that should be JSON but has another media type.</summary>
internal static class MislabelledJson
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="PayloadException">The body differs from the API description.</exception>
    public static T Read<T>(ApiResult<T> result, in ResponsePayload payload)
    {
        const string Refusal = "JSON was expected.";
        if (payload.IsStrict)
        {
            throw new PayloadException(Refusal);
        }

        try
        {
            return result.Read(payload);
        }
        catch (PayloadException exception)
        {
            if (MediaType.IsPlainText(payload.ContentType?.MediaType) && TextJson.TryReadText(result, payload, out T? value))
            {
                return value!;
            }

            // The body is a page or an image. The JSON reader's message about its first byte would be misleading.
            throw TextJson.IsStructure(payload.Bytes.Span) ? exception : new PayloadException(Refusal, innerException: exception);
        }
    }
}
