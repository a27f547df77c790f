using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>
/// Changes the order of keys in the mappings of a document, which has no meaning in JSON and YAML. Only the order of properties
/// has one: it is the order of the emitted members.
/// </summary>
internal static class KeyShuffle
{
    /// <summary>The keys whose value is data and not a schema. The generator may print it in the order of the document.</summary>
    private static readonly string[] _values = ["default", "enum", "const", "example", "examples", "value"];

    private const string Properties = "properties";

    public static JsonNode Apply(JsonNode document, int seed) => Shuffle("", document, new Random(seed));

    private static JsonNode Shuffle(string key, JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject fields:
                KeyValuePair<string, JsonNode?>[] entries = fields.ToArray();
                if (key != Properties)
                {
                    random.Shuffle(entries);
                }

                return new JsonObject(entries.Select(entry => KeyValuePair.Create(
                    entry.Key,
                    _values.Contains(entry.Key) ? entry.Value?.DeepClone() : Shuffled(entry.Key, entry.Value))));
            case JsonArray items:
                return new JsonArray(items.Select(item => Shuffled("", item)).ToArray());
            default:
                return node.DeepClone();
        }

        JsonNode? Shuffled(string under, JsonNode? child) => child is null ? null : Shuffle(under, child, random);
    }
}
