using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Each name that a user writes in a names file gives code that compiles, or is reported at its line.</summary>
public class NamesFileOfChosenNamesTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /ping: { get: { operationId: ping, responses: { '204': { description: ok } } } }
          /orders: { get: { operationId: listOrders, tags: [Orders], responses: { '204': { description: ok } } } }
          /things:
            post:
              operationId: createThing
              tags: [Things]
              parameters:
              - { name: sort, in: query, schema: { type: string } }
              - { name: tenant, in: header, schema: { type: string }, x-ms-parameter-location: client }
              - { name: site, in: header, schema: { type: string }, x-ms-parameter-location: client }
              requestBody:
                required: true
                content:
                  application/json: { schema: { type: object, required: [action], properties: { action: { type: string, enum: [stop, start] } } } }
                  text/plain: { schema: { type: string } }
              responses:
                '200':
                  description: ok
                  headers: { X-Rate: { schema: { type: string } } }
                  content:
                    application/json: { schema: { type: object, properties: { r: { type: string } } } }
                    text/plain: { schema: { type: string } }
                    application/pdf: { schema: { type: string, format: binary } }
                    text/event-stream: { schema: { type: object, properties: { e: { type: string } } } }
          /things/all: { get: { operationId: allThings, tags: [Things], responses: { '204': { description: ok } } } }

        """;

    [Theory]
    [InlineData("class Things", "class")]
    [InlineData("class Things", "record")]
    [InlineData("class Things", "object")]
    [InlineData("class Things", "var")]
    [InlineData("class Things", "options")]
    [InlineData("group Things", "class")]
    [InlineData("method GET /orders", "class")]
    [InlineData("verb POST /things stop", "class")]
    [InlineData("parameter POST /things query/sort", "class")]
    [InlineData("option header/tenant String", "class")]
    [InlineData("suffix POST /things request/AsText", "\"\"")]
    [InlineData("suffix POST /things response/AsText", "\"\"")]
    public void A_keyword_can_be_a_name_and_each_method_the_one_without_a_suffix(string key, string name)
    {
        GeneratorRun run = NamedRun.Of(Document, With(key, name));

        run.AssertCompiles();
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0064" or "RTK0065");
    }

    [Theory]
    [InlineData("class Orders", "ListAsync")]
    [InlineData("class Orders", "ListWithResponseAsync")]
    [InlineData("class Orders", "ListOperation")]
    [InlineData("class Orders", "CreateListRequest")]
    [InlineData("class Orders", "_transport")]
    [InlineData("class Orders", "_options")]
    [InlineData("group Things", "options")]
    [InlineData("group Things", "transport")]
    [InlineData("group Things", "_transport")]
    [InlineData("group Things", "PingAsync")]
    [InlineData("suffix POST /things request/AsText", "WithResponse")]
    [InlineData("suffix POST /things response/AsText", "WithResponse")]
    [InlineData("suffix POST /things response/AsText", "Operation")]
    [InlineData("suffix POST /things response/AsText", "Async")]
    [InlineData("suffix POST /things response/AsText", "AsStream")]
    [InlineData("suffix POST /things response/AsText", "StreamingEvents")]
    [InlineData("verb POST /things stop", "All")]
    [InlineData("verb POST /things stop", "AllWithResponse")]
    [InlineData("verb POST /things stop", "Start")]
    [InlineData("parameter POST /things query/sort", "_options")]
    [InlineData("parameter POST /things query/sort", "CreateAsync")]
    [InlineData("parameter POST /things query/sort", "CreateOperation")]
    [InlineData("parameter POST /things query/sort", "CreateCreateAsTextRequest")]
    [InlineData("parameter POST /things query/sort", "CreateAsText")]
    [InlineData("option header/tenant String", "_Site")]
    [InlineData("header x-rate", "Type")]
    public void A_name_that_cannot_be_used_is_reported_at_its_line(string key, string name)
    {
        string names = With(key, name);

        GeneratorRun run = NamedRun.Of(Document, names);

        run.AssertCompiles();
        Reported[] reported = [.. run.Diagnostics.Where(static one => one.Id is "RTK0064" or "RTK0065")];
        Assert.Single(reported);
        Assert.StartsWith($"'{LineOf(names, reported[0].Line)}' cannot have the name ", reported[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    public void A_file_can_have_each_line_end_of_the_compiler(string end)
    {
        string names = With("class Things", "MyThings").Replace("\n", end, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(Document, names);

        Assert.NotNull(run.Assembly.GetType("Consumer.MyThings"));
        run.AssertNoDiagnostics();
    }

    private static string With(string key, string name)
    {
        string names = NamedRun.Write(Document);
        string line = Assert.Single(names.Split('\n'), line => line.StartsWith(key + " = ", StringComparison.Ordinal));
        return names.Replace($"\n{line}\n", $"\n{key} = {name}\n", StringComparison.Ordinal);
    }

    private static string LineOf(string names, int line) => names.Split('\n')[line - 1].Split(" = ")[0];
}
