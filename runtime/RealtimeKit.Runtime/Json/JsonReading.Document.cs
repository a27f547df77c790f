using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>What a client's options allow by default as well.</summary>
    private const int DocumentDepth = 64;

    /// <summary>Reads a whole document: one value, and nothing after it.</summary>
    /// <exception cref="JsonException">The text is no such document, or not one that <paramref name="read"/> accepts.</exception>
    public static T Document<T>(ReadOnlySpan<byte> utf8Json, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return JsonPayload.Read(utf8Json, DocumentDepth, read);
        }
        catch (PayloadException exception)
        {
            throw new JsonException(exception.Message, exception.JsonPath, null, null, exception.InnerException);
        }
    }
}
