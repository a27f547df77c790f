using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>Valid JSON that is taken apart when somebody asks for it, by whichever thread does first.</summary>
internal sealed class RawText(byte[] json)
{
    /// <summary>The text, and then the element in its place: one reference, so that no thread sees half of a change.</summary>
    private object _state = json;

    public JsonElement Element => Volatile.Read(ref _state) switch
    {
        JsonElement element => element,
        var text => Parse((byte[])text),
    };

    private JsonElement Parse(byte[] text)
    {
        // Not as a JsonDocument, which rents memory that nobody would give back.
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        object element = JsonElement.ParseValue(ref reader);
        object before = Interlocked.CompareExchange(ref _state, element, text);
        return (JsonElement)(before == text ? element : before);
    }
}
