using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>Puts the keys of a JSON document's objects into another order, where the order says nothing.</summary>
internal static class KeyShuffle
{
    /// <summary>Here a reader may see a meaning: members in the order of the text, the preferred media type first.</summary>
    private static readonly string[] _ordered = ["properties", "content"];

    public static string Apply(string json, int seed)
    {
        var random = new Random(seed);
        return Shuffle(JsonNode.Parse(json)!, key: "", random).ToJsonString();
    }

    private static JsonNode Shuffle(JsonNode node, string key, Random random)
    {
        switch (node)
        {
            case JsonObject fields:
                KeyValuePair<string, JsonNode?>[] entries = fields.ToArray();
                if (!_ordered.Contains(key))
                {
                    random.Shuffle(entries);
                }

                return new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : (JsonNode?)Shuffle(entry.Value, entry.Key, random))));
            case JsonArray items:
                return new JsonArray(items.Select(item => item is null ? null : Shuffle(item, "", random)).ToArray());
            default:
                return node.DeepClone();
        }
    }
}
