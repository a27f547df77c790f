using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Properties that are not in the API description. They are kept as text and parsed on first use, which is rare. Parsing
/// takes twelve more bytes for each token; a JsonDocument for each property would take over a hundred.
/// </summary>
/// <param name="text">The text of a valid object without duplicate names.</param>
/// <param name="count">The number of properties.</param>
internal sealed class RawProperties(RawText text, int count) : IReadOnlyDictionary<string, JsonElement>
{
    /// <summary>The maximum number of properties that are searched one by one. With more, the first search by name creates a hash table.</summary>
    private const int MostSearched = 32;

    private Dictionary<string, JsonElement>? _table;

    public int Count => count;

    public IEnumerable<string> Keys => text.Element.EnumerateObject().Select(static property => property.Name);

    public IEnumerable<JsonElement> Values => text.Element.EnumerateObject().Select(static property => property.Value);

    public JsonElement this[string key] => TryGetValue(key, out JsonElement value) ? value : throw new KeyNotFoundException($"There is no property '{key}'.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (count > MostSearched)
        {
            return (_table ??= this.ToDictionary(StringComparer.Ordinal)).TryGetValue(key, out value);
        }

        value = default;
        return WholeText.IsWhole(key) && text.Element.TryGetProperty(key, out value);
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        foreach (JsonProperty property in text.Element.EnumerateObject())
        {
            yield return new(property.Name, property.Value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
