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
        foreach (JsonObject properties in schemas
            .Select(static entry => entry.Value)
            .OfType<JsonObject>()
            .Select(static schema => schema["properties"])
            .OfType<JsonObject>()
            .ToArray())
        {
            foreach ((string name, JsonNode? property) in properties.ToArray())
            {
                Move(document, property, reference => properties[name] = reference);
            }
        }

        Unite(document);
    }

    /// <summary>Moves the inline schemas of bodies and responses, forms among them.</summary>
    public static void MoveContents(JsonObject document)
    {
        foreach (JsonObject content in Contents(document))
        {
            Move(document, content["schema"], reference => content["schema"] = reference);
        }

        Unite(document);
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

        Unite(document);
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
        if (InlineType(schema) is not { } inline)
        {
            return;
        }

        JsonObject schemas = SchemaTree.Components(document);
        string said = SchemaTree.Said(inline);
        string moved = schemas.FirstOrDefault(entry => entry.Key.StartsWith(Moved, StringComparison.Ordinal) && SchemaTree.Said(entry.Value!) == said).Key
            ?? string.Create(CultureInfo.InvariantCulture, $"{Moved}{schemas.Count}");
        replace(ReferenceTo(document, moved));
        schemas.TryAdd(moved, inline.DeepClone());
    }

    /// <summary>
    /// Refers to the new components from all other places whose schemas say the same. They are one type, and would be two if only some of
    /// them changed.
    /// </summary>
    private static void Unite(JsonObject document)
    {
        JsonObject schemas = SchemaTree.Components(document);
        Dictionary<string, string> moved = schemas
            .Where(static entry => entry.Key.StartsWith(Moved, StringComparison.Ordinal))
            .ToDictionary(static entry => SchemaTree.Said(entry.Value!), static entry => entry.Key, StringComparer.Ordinal);
        foreach (JsonObject owner in moved.Count == 0 ? [] : SchemaTree.All(document).Where(owner => !ReferenceEquals(owner, schemas)))
        {
            foreach ((string key, JsonNode? part) in owner.ToArray())
            {
                if (InlineType(part) is { } inline && moved.TryGetValue(SchemaTree.Said(inline), out string? name))
                {
                    owner[key] = ReferenceTo(document, name);
                }
            }
        }
    }

    /// <summary>Returns the inline schema of a record or an enum, or null.</summary>
    private static JsonObject? InlineType(JsonNode? schema) =>
        schema is JsonObject inline && inline["$ref"] is null && (SchemaTree.IsObject(inline) || inline["enum"] is JsonArray { Count: > 1 }) ? inline : null;

    private static JsonObject ReferenceTo(JsonObject document, string component) =>
        new() { ["$ref"] = (document["swagger"] is null ? "#/components/schemas/" : "#/definitions/") + component };

    private static JsonObject[] Contents(JsonObject document) => SchemaTree.All(document["paths"])
        .Select(static node => node["content"])
        .OfType<JsonObject>()
        .SelectMany(static contents => contents.Select(static entry => entry.Value))
        .OfType<JsonObject>()
        .ToArray();
}
