using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Schemas that are added to the components of a document.</summary>
/// <param name="Kind">A description of the names.</param>
/// <param name="Names">The keys of the new components.</param>
/// <param name="IsTold">
/// Whether the new names can collide so that one of two must change, in whatever order they come. The change is explained if a
/// diagnostic reports it.
/// </param>
internal sealed record Insertion(string Kind, IReadOnlyList<string> Names, bool IsTold)
{
    private const string Path = "/rtk-inserted";

    /// <summary>Returns the document with the schemas, and, if they are used, with an operation that returns all of them.</summary>
    public JsonNode Into(JsonNode document, bool isUsed)
    {
        JsonNode changed = document.DeepClone();
        bool isSwagger = changed["swagger"] is not null;
        JsonObject schemas = isSwagger ? Child(changed, "definitions") : Child(Child(changed, "components"), "schemas");
        foreach ((string name, int index) in Names.Select(static (name, index) => (name, index)))
        {
            schemas[name] = Schema(index);
        }

        if (isUsed)
        {
            string prefix = isSwagger ? "#/definitions/" : "#/components/schemas/";
            JsonNode body = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(Names.Select((name, index) =>
                    KeyValuePair.Create("p"
                        + index.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode?)new JsonObject { ["$ref"] = prefix + Escape(name) }))),
            };
            JsonNode response = isSwagger
                ? new JsonObject { ["description"] = "Inserted", ["schema"] = body }
                : new JsonObject { ["description"] = "Inserted", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } } };
            Child(changed, "paths")[Path] = new JsonObject
            {
                ["get"] = new JsonObject
                {
                    ["operationId"] = "rtkInserted",
                    ["tags"] = new JsonArray("rtk inserted"),
                    ["responses"] = new JsonObject { ["200"] = response },
                },
            };
        }

        return changed;
    }

    private static JsonObject Child(JsonNode parent, string key)
    {
        if (parent[key] is not JsonObject child)
        {
            parent[key] = child = [];
        }

        return child;
    }

    /// <summary>Returns an object, an enum, a union or an object with inline types, in turn.</summary>
    private static JsonObject Schema(int index) => (index % 4) switch
    {
        0 => new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["rtkInserted"] = new JsonObject { ["type"] = "string" } } },
        1 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("rtkOne", "rtkTwo") },
        2 => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "integer" } },
        _ => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["status"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("rtkOne", "rtkTwo") } },
        },
    };

    private static string Escape(string name) =>
        Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
