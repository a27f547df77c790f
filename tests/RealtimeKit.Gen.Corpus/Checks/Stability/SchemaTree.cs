using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Finds the schemas of a document.</summary>
internal static class SchemaTree
{
    private static readonly string[] _spoken = ["description", "example", "examples", "default"];

    /// <summary>Returns the schemas of the components, which are added to the document if there are none.</summary>
    public static JsonObject Components(JsonObject document) =>
        document["swagger"] is null ? Child(Child(document, "components"), "schemas") : Child(document, "definitions");

    /// <summary>Returns whether a schema is that of a record.</summary>
    public static bool IsObject(JsonNode? schema) => schema is JsonObject && schema["properties"] is JsonObject { Count: > 0 } && schema["enum"] is null;

    /// <summary>Returns the lists of several alternatives of a schema.</summary>
    public static IEnumerable<JsonArray> Alternatives(JsonObject schema) =>
        new[] { "oneOf", "anyOf" }.Select(keyword => schema[keyword]).OfType<JsonArray>().Where(static alternatives => alternatives.Count > 1);

    /// <summary>Returns all mappings of a part of the document, except in examples and defaults.</summary>
    public static IReadOnlyList<JsonObject> All(JsonNode? part)
    {
        List<JsonObject> all = [];
        Stack<JsonNode?> open = new([part]);
        while (open.TryPop(out JsonNode? current))
        {
            if (current is JsonObject mapping)
            {
                all.Add(mapping);
            }

            IEnumerable<JsonNode?> children = current switch
            {
                JsonObject entries => entries.Where(static entry => entry.Key is not ("example" or "examples" or "default")).Select(static entry => entry.Value),
                JsonArray items => items,
                _ => [],
            };
            foreach (JsonNode? child in children)
            {
                open.Push(child);
            }
        }

        return all;
    }

    /// <summary>Returns a schema as text, without what does not decide its type.</summary>
    public static string Said(JsonNode schema)
    {
        JsonNode copy = schema.DeepClone();
        foreach (JsonObject mapping in All(copy))
        {
            foreach (string key in _spoken)
            {
                mapping.Remove(key);
            }
        }

        return copy.ToJsonString();
    }

    private static JsonObject Child(JsonObject parent, string key)
    {
        if (parent[key] is not JsonObject child)
        {
            parent[key] = child = [];
        }

        return child;
    }
}
