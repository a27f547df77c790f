using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Inventing;
using RealtimeKit.Gen.Testing.Valuing;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// The emitted code reads and writes values of random schemas. Nothing is lost or changed, even if the server has a later
/// version than the document, and what the document defines is never read as unknown.
/// </summary>
public class InventedValueTests
{
    private const int ValuesOfEach = 12;

    [Fact]
    public void Every_value_that_a_server_may_send_is_written_unchanged()
    {
        int[] seeds = Enumerable.Range(TestRun.Seed, TestRun.Count(inShort: 12, inLong: 1_000)).ToArray();

        HostileRun.All(seeds, static seed => Fault(seed) is { } fault ? $"{fault}\n    {TestRun.SeedVariable}={seed} {TestRun.CountVariable}=1" : null);
    }

    private static string? Fault(int seed)
    {
        var draw = new Draw(seed);
        var schemas = new ValuedSchemas(draw);
        ValuedSchema[] inline = [.. Enumerable.Range(0, 6).Select(_ => schemas.Schema())];
        KeyValuePair<string, ValuedSchema>[] members = [.. schemas.Components.Select(static pair => KeyValuePair.Create("ref" + pair.Key, pair.Value)),
            .. inline.Select(static (schema, index) => KeyValuePair.Create("own" + index, schema))];

        // Only an Optional keeps null apart from an absent property.
        HostileProbe probe = HostileProbe.Run(Document(schemas, inline), optional: "always");
        using var image = new MemoryStream();
        if ((probe.Misbehaviour ?? probe.CompileFault(image)) is { } fault)
        {
            return fault;
        }

        var context = new AssemblyLoadContext("values", isCollectible: true);
        image.Position = 0;
        Type all = context.LoadFromStream(image).GetType("Consumer.All", throwOnError: true)!;
        string? found = Enumerable.Range(0, ValuesOfEach)
            .Select(index => FaultOfValue(all, members, new ValueDraw(draw, IsLater: index % 3 == 2)))
            .FirstOrDefault(static fault => fault is not null);
        context.Unload();
        return found;
    }

    private static string? FaultOfValue(Type all, KeyValuePair<string, ValuedSchema>[] members, ValueDraw draw)
    {
        foreach ((string name, ValuedSchema schema) in members)
        {
            string sent = new JsonObject { [name] = schema.Value(draw) }.ToJsonString();
            object? value;
            try
            {
                value = JsonSerializer.Deserialize(sent, all);
            }
            catch (JsonException exception)
            {
                return $"refused: {exception.Message} ▸ {sent} ▸ {schema.Json.ToJsonString()}";
            }

            string written = JsonSerializer.Serialize(value, all);
            if (!JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(written)))
            {
                return $"changed: {sent} ▸ {written} ▸ {schema.Json.ToJsonString()}";
            }

            if (!draw.IsLater && ValueWalk.FindUnknown(value) is { } unknown)
            {
                return $"not known: {unknown} ▸ {sent} ▸ {schema.Json.ToJsonString()}";
            }
        }

        return null;
    }

    private static string Document(ValuedSchemas schemas, ValuedSchema[] inline)
    {
        JsonObject properties = [];
        foreach (string name in schemas.Components.Keys)
        {
            properties["ref" + name] = new JsonObject { ["$ref"] = "#/components/schemas/" + name };
        }

        for (int i = 0; i < inline.Length; i++)
        {
            properties["own" + i] = inline[i].Json;
        }

        var components = new JsonObject(schemas.Components.Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value.Json)));
        components["All"] = new JsonObject { ["type"] = "object", ["properties"] = properties };
        JsonNode content = JsonNode.Parse("""{"application/json":{"schema":{"$ref":"#/components/schemas/All"}}}""")!;
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Values", ["version"] = "1" },
            ["paths"] = new JsonObject
            {
                ["/echo"] = new JsonObject
                {
                    ["post"] = new JsonObject
                    {
                        ["operationId"] = "echo",
                        ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = content },
                        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "ok", ["content"] = content.DeepClone() } },
                    },
                },
            },
            ["components"] = new JsonObject { ["schemas"] = components },
        }.ToJsonString();
    }
}
