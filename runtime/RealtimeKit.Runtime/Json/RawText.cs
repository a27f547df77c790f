using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>Valid JSON that is parsed on first use. It is thread-safe.</summary>
internal sealed class RawText(byte[] json)
{
    /// <summary>The text, or the element after it was parsed. A single reference, so that threads see either the one or the other.</summary>
    private object _state = json;

    public JsonElement Element => Volatile.Read(ref _state) switch
    {
        JsonElement element => element,
        var text => Parse((byte[])text),
    };

    private JsonElement Parse(byte[] text)
    {
        // A JsonDocument is not used, since it rents memory that would never be returned.
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        object element = JsonElement.ParseValue(ref reader);
        object before = Interlocked.CompareExchange(ref _state, element, text);
        return (JsonElement)(before == text ? element : before);
    }
}
