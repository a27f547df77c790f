using System.Globalization;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Moves inline schemas to the components of a document, or puts something around the references to them.</summary>
internal static class SchemaMoves
{
    private const string Moved = "RtkMoved";

    /// <summary>Moves the inline schemas of properties.</summary>
    public static void MoveProperties(JsonObject document)
    {
        JsonObject schemas = SchemaTree.Components(document);
        foreach (JsonObject properties in schemas.Select(static entry => entry.Value?["properties"]).OfType<JsonObject>().ToArray())
        {
            foreach ((string name, JsonNode? property) in properties.ToArray())
            {
                Move(document, property, reference => properties[name] = reference);
            }
        }
    }

    /// <summary>Moves the inline schemas of bodies and responses, forms among them.</summary>
    public static void MoveContents(JsonObject document)
    {
        foreach (JsonObject content in Contents(document))
        {
            Move(document, content["schema"], reference => content["schema"] = reference);
        }
    }

    /// <summary>Moves the inline alternatives of schemas.</summary>
    public static void MoveAlternatives(JsonObject document)
    {
        foreach (JsonArray alternatives in SchemaTree.All(document).SelectMany(SchemaTree.Alternatives).ToArray())
        {
            for (int i = 0; i < alternatives.Count; i++)
            {
                int index = i;
                Move(document, alternatives[i], reference => alternatives[index] = reference);
            }
        }
    }

    /// <summary>Puts an <c>allOf</c> with a description around the references of bodies and responses.</summary>
    public static void WrapReferences(JsonObject document)
    {
        foreach (JsonObject content in Contents(document).Where(static content => content["schema"]?["$ref"] is not null))
        {
            content["schema"] = new JsonObject { ["description"] = "Wrapped", ["allOf"] = new JsonArray(content["schema"]!.DeepClone()) };
        }
    }

    /// <summary>Makes a component of a record or an enum. Schemas that say the same become one component, as they are one type.</summary>
    private static void Move(JsonObject document, JsonNode? schema, Action<JsonObject> replace)
    {
        if (schema is not JsonObject inline || inline["$ref"] is not null || !(SchemaTree.IsObject(inline) || inline["enum"] is JsonArray { Count: > 1 }))
        {
            return;
        }

        JsonObject schemas = SchemaTree.Components(document);
        string said = SchemaTree.Said(inline);
        string moved = schemas.FirstOrDefault(entry => entry.Key.StartsWith(Moved, StringComparison.Ordinal) && SchemaTree.Said(entry.Value!) == said).Key
            ?? string.Create(CultureInfo.InvariantCulture, $"{Moved}{schemas.Count}");
        replace(new JsonObject { ["$ref"] = (document["swagger"] is null ? "#/components/schemas/" : "#/definitions/") + moved });
        schemas.TryAdd(moved, inline.DeepClone());
    }

    private static JsonObject[] Contents(JsonObject document) => SchemaTree.All(document["paths"])
        .Select(static node => node["content"])
        .OfType<JsonObject>()
        .SelectMany(static contents => contents.Select(static entry => entry.Value))
        .OfType<JsonObject>()
        .ToArray();
}
