using System.Globalization;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Adds members and alternatives to the schemas of a document, or moves inline schemas to its components.</summary>
internal static class SchemaChanges
{
    /// <summary>The most values of an enum that gives methods.</summary>
    private const int MostVerbs = 12;

    /// <summary>Adds properties and enum values that read as others.</summary>
    public static void AddMembers(JsonObject document)
    {
        foreach (JsonObject schema in All(document))
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

        foreach (JsonObject schema in Schemas(document).Select(static entry => entry.Value).OfType<JsonObject>())
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
        foreach (JsonObject schema in All(document))
        {
            foreach (string keyword in new[] { "oneOf", "anyOf" })
            {
                if (schema[keyword] is JsonArray { Count: > 1 } alternatives && schema["discriminator"] is null && alternatives.All(IsObject))
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

    /// <summary>Moves the inline schemas of properties to components, and refers to them.</summary>
    public static void MoveToComponents(JsonObject document)
    {
        string prefix = document["swagger"] is null ? "#/components/schemas/" : "#/definitions/";
        JsonObject schemas = Schemas(document);
        foreach (JsonObject schema in schemas.Select(static entry => entry.Value).OfType<JsonObject>().ToArray())
        {
            if (schema["properties"] is not JsonObject properties)
            {
                continue;
            }

            foreach ((string name, JsonNode? property) in properties.ToArray())
            {
                if (property is JsonObject inline && (IsObject(inline) || inline["enum"] is JsonArray { Count: > 1 }) && inline["$ref"] is null)
                {
                    string moved = string.Create(CultureInfo.InvariantCulture, $"RtkMoved{schemas.Count}");
                    properties[name] = new JsonObject { ["$ref"] = prefix + moved };
                    schemas[moved] = inline;
                }
            }
        }
    }

    private static bool IsObject(JsonNode? schema) => schema is JsonObject && schema["properties"] is JsonObject { Count: > 0 } && schema["enum"] is null;

    private static JsonObject Schemas(JsonObject document) =>
        (document["swagger"] is null ? document["components"]?["schemas"] : document["definitions"]) as JsonObject ?? [];

    private static IReadOnlyList<JsonObject> All(JsonNode node)
    {
        List<JsonObject> all = [];
        Stack<JsonNode?> open = new([node]);
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
}
