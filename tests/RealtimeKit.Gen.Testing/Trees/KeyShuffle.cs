using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>Puts the keys of a document's mappings into another order, which says nothing in JSON or YAML.</summary>
internal static class KeyShuffle
{
    /// <summary>Below these stands a value and no description: it may be printed as it is written.</summary>
    private static readonly string[] _values = ["default", "enum", "const", "example", "examples", "value"];

    public static JsonNode Apply(JsonNode document, int seed) => Shuffle(document, new Random(seed));

    private static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject fields:
                KeyValuePair<string, JsonNode?>[] entries = fields.ToArray();
                random.Shuffle(entries);
                return new JsonObject(
                    entries.Select(entry => KeyValuePair.Create(entry.Key, _values.Contains(entry.Key) ? entry.Value?.DeepClone() : Shuffled(entry.Value))));
            case JsonArray items:
                return new JsonArray(items.Select(Shuffled).ToArray());
            default:
                return node.DeepClone();
        }

        JsonNode? Shuffled(JsonNode? child) => child is null ? null : Shuffle(child, random);
    }
}
