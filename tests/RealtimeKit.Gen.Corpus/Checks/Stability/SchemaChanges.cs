using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Adds members and alternatives to the schemas of a document, or changes what precedes them.</summary>
internal static class SchemaChanges
{
    /// <summary>The most values of an enum that gives methods.</summary>
    private const int MostVerbs = 12;

    /// <summary>Adds properties and enum values that read as others.</summary>
    public static void AddMembers(JsonObject document)
    {
        foreach (JsonObject schema in SchemaTree.All(document))
        {
            if (schema["enum"] is JsonArray { Count: > 1 and not MostVerbs } values
                && values.All(static value => value is null || value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                && values.OfType<JsonNode>().Select(static value => value.ToString()).Min(StringComparer.Ordinal) is { Length: > 0 } first
                && LaterVersions.Respelled(first) is var respelled
                && !values.OfType<JsonNode>().Any(value => value.ToString() == respelled))
            {
                values.Insert(0, respelled);
            }
        }

        foreach (JsonObject schema in SchemaTree.Components(document).Select(static entry => entry.Value).OfType<JsonObject>())
        {
            if (schema["properties"] is JsonObject { Count: > 0 } properties
                && properties.First().Key is { Length: > 0 } first
                && LaterVersions.Respelled(first) is var respelled
                && !properties.ContainsKey(respelled))
            {
                properties.Insert(0, respelled, new JsonObject { ["type"] = "string" });
            }
        }
    }

    /// <summary>Adds an alternative to those that are objects.</summary>
    public static void AddAlternatives(JsonObject document)
    {
        foreach (JsonObject schema in SchemaTree.All(document))
        {
            foreach (JsonArray alternatives in SchemaTree.Alternatives(schema))
            {
                if (schema["discriminator"] is null && alternatives.All(SchemaTree.IsObject))
                {
                    alternatives.Insert(0, new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("rtkInserted"),
                        ["properties"] = new JsonObject { ["rtkInserted"] = new JsonObject { ["type"] = "string" } },
                    });
                }
            }
        }
    }

    /// <summary>Puts alternatives in the opposite order.</summary>
    public static void ReverseAlternatives(JsonObject document)
    {
        foreach (JsonArray alternatives in SchemaTree.All(document).Where(static schema => schema["discriminator"] is null).SelectMany(SchemaTree.Alternatives))
        {
            JsonNode?[] reversed = alternatives.Reverse().ToArray();
            alternatives.Clear();
            foreach (JsonNode? alternative in reversed)
            {
                alternatives.Add(alternative);
            }
        }
    }

    /// <summary>Adds a charset to the only media type of each body and response, if it is JSON.</summary>
    public static void AddCharsets(JsonObject document)
    {
        foreach (JsonObject contents in SchemaTree.All(document["paths"]).Select(static node => node["content"]).OfType<JsonObject>())
        {
            if (contents.Count == 1 && contents.Remove("application/json", out JsonNode? content))
            {
                contents["application/json; charset=utf-8"] = content;
            }
        }
    }
}
