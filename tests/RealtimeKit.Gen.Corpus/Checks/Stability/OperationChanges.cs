using System.Globalization;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Adds operations, tags and parameters to a document.</summary>
internal static class OperationChanges
{
    private const int Most = 24;

    private static readonly string[] _methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Adds operations whose ids read as those of others.</summary>
    public static void AddAlike(JsonObject document) => Add(document, static (operation, id) => Create(operation, LaterVersions.Respelled(id)));

    /// <summary>Adds operations that are called as methods which the client derives from others.</summary>
    public static void AddDerived(JsonObject document)
    {
        foreach (string suffix in new[] { "WithResponse", "AsText", "Streaming" })
        {
            Add(document, (operation, id) => Create(operation, id + suffix));
        }
    }

    public static void AddTags(JsonObject document)
    {
        foreach ((_, JsonObject operation) in All(document))
        {
            JsonArray tags = operation["tags"] as JsonArray is { } own ? (JsonArray)own.DeepClone() : [];
            tags.Insert(0, "rtk inserted");
            operation["tags"] = tags;
        }
    }

    /// <summary>Adds operations with the responses of others, whose inline schemas then occur twice.</summary>
    public static void AddSharing(JsonObject document) => Add(document, static (operation, id) =>
    {
        JsonObject sharing = Create(operation, "rtkSharing_" + id);
        sharing["responses"] = operation["responses"]?.DeepClone() ?? new JsonObject();
        return sharing;
    });

    /// <summary>Adds parameters with the names of others, in a place that precedes theirs and in one that follows it.</summary>
    public static void AddParameters(JsonObject document)
    {
        bool isSwagger = document["swagger"] is not null;
        foreach ((_, JsonObject operation) in All(document))
        {
            if (operation["parameters"] is not JsonArray parameters)
            {
                continue;
            }

            foreach (JsonObject parameter in parameters.OfType<JsonObject>().Where(static one => one["name"] is not null).ToArray())
            {
                string name = parameter["name"]!.ToString();
                string? other = parameter["in"]?.ToString() switch
                {
                    "query" when name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') => "header",
                    "header" => "query",
                    _ => null,
                };
                if (other is not null && !parameters.OfType<JsonObject>().Any(one => one["name"]?.ToString() == name && one["in"]?.ToString() == other))
                {
                    parameters.Insert(0, isSwagger
                        ? new JsonObject { ["name"] = name, ["in"] = other, ["type"] = "string" }
                        : new JsonObject { ["name"] = name, ["in"] = other, ["schema"] = new JsonObject { ["type"] = "string" } });
                }
            }
        }
    }

    private static void Add(JsonObject document, Func<JsonObject, string, JsonObject> create)
    {
        if (document["paths"] is not JsonObject paths)
        {
            return;
        }

        (string Id, JsonObject Operation)[] all = All(document).Where(static pair => pair.Id.Length > 0).ToArray();
        HashSet<string> ids = all.Select(static pair => pair.Id).ToHashSet(StringComparer.Ordinal);
        int step = Math.Max(1, all.Length / Most);
        for (int i = 0; i < all.Length; i += step)
        {
            JsonObject added = create(all[i].Operation, all[i].Id);
            if (ids.Add(added["operationId"]!.ToString()))
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"/0rtk/{paths.Count}");
                paths.Insert(0, path, new JsonObject { ["get"] = added });
            }
        }
    }

    private static JsonObject Create(JsonObject like, string id)
    {
        var created = new JsonObject
        {
            ["operationId"] = id,
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "Inserted" } },
        };
        if (like["tags"] is { } tags)
        {
            created["tags"] = tags.DeepClone();
        }

        return created;
    }

    private static IEnumerable<(string Id, JsonObject Operation)> All(JsonObject document) => (document["paths"] as JsonObject ?? [])
        .Select(static path => path.Value)
        .OfType<JsonObject>()
        .SelectMany(static path => _methods.Select(method => path[method]))
        .OfType<JsonObject>()
        .Select(static operation => (operation["operationId"]?.ToString() ?? "", operation))
        .ToArray();
}
