using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Properties that nobody described, as one text. It is taken apart when somebody asks for one, which hardly anybody
/// does: taken apart, it costs twelve bytes more for each token, and a document for each property over a hundred.
/// </summary>
/// <param name="text">One object, valid and with each name once.</param>
/// <param name="count">How many there are.</param>
internal sealed class RawProperties(RawText text, int count) : IReadOnlyDictionary<string, JsonElement>
{
    /// <summary>Above this many, who asks for one by name gets a table of them, for each search goes through all.</summary>
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
