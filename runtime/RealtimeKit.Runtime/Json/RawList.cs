using System.Collections;
using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>The items of an array whose type is not in the API description. They are kept as text and parsed on first use.</summary>
/// <param name="text">The text of a valid array.</param>
/// <param name="count">The number of items.</param>
internal sealed class RawList(RawText text, int count) : IReadOnlyList<JsonElement>
{
    private JsonElement[]? _items;

    public int Count => count;

    public JsonElement this[int index] => (_items ??= [.. text.Element.EnumerateArray()])[index];

    public IEnumerator<JsonElement> GetEnumerator()
    {
        foreach (JsonElement item in text.Element.EnumerateArray())
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
