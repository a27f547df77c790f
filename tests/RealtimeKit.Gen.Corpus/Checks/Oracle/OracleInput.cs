using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>
/// Adds what NSwag requires and the comparison does not use, so that NSwag reads more documents: a title, a version, the
/// version of OpenAPI as a string, and <c>null</c> in a list of types as a string.
/// </summary>
internal static class OracleInput
{
    public static JsonNode Prepare(JsonNode document)
    {
        JsonNode prepared = document.DeepClone();
        if (prepared is not JsonObject root)
        {
            return prepared;
        }

        if (root["info"] is null)
        {
            root["info"] = new JsonObject();
        }

        foreach (string field in new[] { "title", "version" })
        {
            if (root["info"] is JsonObject info && info[field] is not JsonValue)
            {
                info[field] = "-";
            }
        }

        foreach (string field in new[] { "openapi", "swagger" })
        {
            if (root[field] is JsonValue version && !version.TryGetValue(out string? _))
            {
                root[field] = version.ToJsonString();
            }
        }

        NameNulls(root);
        return prepared;
    }

    private static void NameNulls(JsonNode node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach ((string key, JsonNode? value) in fields.ToArray())
                {
                    if (key == "type" && value is JsonArray types && types.Any(static type => type is null))
                    {
                        fields[key] = new JsonArray(types.Select(static type => type?.DeepClone() ?? "null").ToArray());
                    }
                    else if (value is not null)
                    {
                        NameNulls(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode item in items.OfType<JsonNode>())
                {
                    NameNulls(item);
                }

                break;
        }
    }
}
