using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>The bodies that are read.</summary>
internal static class JsonInput
{
    private const string LongText = "A text of about a hundred characters, as people write it into the fields of forms and articles, all day long.";

    /// <summary>Gets a list of 1,000 recordings.</summary>
    public static byte[] Recordings { get; } = Bytes(new JsonArray([.. Enumerable.Range(0, 1000).Select(static _ => Recording())]));

    /// <summary>Gets the seed response with the properties of the recording in another order.</summary>
    public static byte[] Reordered { get; } = Envelope(static recording => new JsonObject(
        recording.Reverse().Select(static property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())).ToArray()));

    /// <summary>Gets the seed response with ten properties that no type describes.</summary>
    public static byte[] WithUnknown { get; } = Envelope(static recording =>
    {
        for (int i = 0; i < 10; i++)
        {
            recording.Add($"new_property_{i}", i % 2 == 0 ? LongText : new JsonObject { ["a"] = i, ["b"] = true });
        }

        return recording;
    });

    /// <summary>Gets an object with 60 properties with long texts.</summary>
    public static byte[] Article { get; } = Bytes(new JsonObject(
        typeof(ArticleTwin).GetProperties()
            .Select(static property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), (JsonNode?)LongText))));

    /// <summary>Gets 100 objects of a union with 20 cases.</summary>
    public static byte[] Shapes { get; } = Bytes(new JsonArray([.. Enumerable.Range(0, 100).Select(Shape)]));

    private static JsonNode Shape(int index)
    {
        string kind = JsonNamingPolicy.CamelCase.ConvertName(typeof(ShapeTwin).GetNestedTypes(System.Reflection.BindingFlags.NonPublic)[index % 20].Name);
        return new JsonObject { ["kind"] = kind, ["id"] = Guid.NewGuid(), ["label"] = "A label", [kind + "Size"] = index };
    }

    private static byte[] Envelope(Func<JsonObject, JsonObject> change)
        => Bytes(new JsonObject { ["success"] = true, ["data"] = change(Recording()) });

    private static JsonObject Recording() => JsonNode.Parse(RecordingResponse.Bytes)!["data"]!.DeepClone().AsObject();

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
