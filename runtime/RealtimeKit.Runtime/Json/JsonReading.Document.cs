using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>The limit of depth, which is also the default of the client's options.</summary>
    private const int DocumentDepth = 64;

    /// <summary>Reads a whole document: one value, and nothing after it.</summary>
    /// <exception cref="JsonException">The text is not such a document, or <paramref name="read"/> does not accept it.</exception>
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
