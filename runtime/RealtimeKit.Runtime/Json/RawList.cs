using System.Collections;
using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>Items that nobody described, as one text that is taken apart when somebody asks for one.</summary>
/// <param name="text">One array, valid.</param>
/// <param name="count">How many there are.</param>
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
