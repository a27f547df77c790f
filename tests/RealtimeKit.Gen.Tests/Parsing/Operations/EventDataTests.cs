using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>
/// Events that a <c>schema</c> describes by their fields, as Huma and Spring do. The time <c>retry</c> beside the data is the sign of it,
/// because JSON with <c>event</c>, <c>id</c> and <c>data</c> is also sent as the data of events.
/// </summary>
public sealed class EventDataTests
{
    private const string Others = "event: { type: string }, id: { type: integer }, retry: { type: integer }";
    private const string OfThing = "{ type: object, properties: { data: { $ref: '#/components/schemas/Thing' }, " + Others + " } }";
    private const string OfWord = "{ type: object, properties: { data: { type: string }, " + Others + ", comment: { type: string } } }";

    [Theory]
    [InlineData(OfThing, "_api::Thing")]
    [InlineData("{ type: array, items: " + OfThing + " }", "_api::Thing")]
    [InlineData("{ type: array, items: { oneOf: [" + OfThing + "] } }", "_api::Thing")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/ServerSentEventThing' } }", "_api::Thing")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/ServerSentEventThing' }] }", "_api::Thing")]
    [InlineData("{ type: array, items: { anyOf: [" + OfThing + ", " + OfWord + "] } }", "_api::GetItem")]
    [InlineData("{ type: array, items: " + OfWord + " }", "string")]
    [InlineData("{ type: object, properties: { data: { type: array, items: { type: string } }, retry: {} } }", "_generic::IReadOnlyList<string>")]
    public void The_items_are_the_data(string schema, string type) =>
        Assert.Equal(type, ItemOf(Run("text/event-stream", schema).AssertNoDiagnostics()));

    [Theory]
    [InlineData("{ type: object, properties: { data: { type: string }, event: { type: string }, id: { type: string } } }")]
    [InlineData("{ type: object, properties: { data: { type: string }, retry: { type: integer }, kind: { type: string } } }")]
    [InlineData("{ type: object, properties: { event: { type: string }, retry: { type: integer } } }")]
    [InlineData("{ oneOf: [" + OfThing + ", { $ref: '#/components/schemas/Thing' }] }")]
    public void Any_other_schema_is_that_of_the_data(string schema) => Assert.Equal("_api::GetItem", ItemOf(Run("text/event-stream", schema)));

    [Fact]
    public void Data_that_the_type_of_the_event_would_select_is_reported() => Assert.Equal(["event"], Run("text/event-stream", """
        { type: array, items: { oneOf: [
                        { type: object, properties: { data: { $ref: '#/components/schemas/Thing' }, event: { const: thing }, retry: {} } },
                        { type: object, properties: { data: { type: integer }, event: { const: count }, retry: {} } }] } }
        """).QuotedIn("RTK0034"));

    [Fact]
    public void Events_of_Spring_are_events_also_without_a_media_type()
    {
        const string List = "{ type: array, items: { $ref: '#/components/schemas/ServerSentEventThing' } }";

        Assert.Equal("_api::Thing", ItemOf(Run("'*/*'", List).AssertNoDiagnostics()));
        Assert.Contains("Accept = \"text/event-stream\"", Run("'*/*'", List).AllText, StringComparison.Ordinal);
        Assert.Contains("GetAsync(", Run("'*/*'", "{ type: array, items: " + OfThing + " }").AllText, StringComparison.Ordinal);
        Assert.Contains("GetAsync(", Run("application/json", List).AllText, StringComparison.Ordinal);
    }

    private static string ItemOf(GeneratorRun run) => run.AllText.Split("IAsyncEnumerable<")[1].Split("> GetStreamingAsync(")[0];

    private static GeneratorRun Run(string mediaType, string schema) => GeneratorRunner.Run($$"""
        openapi: 3.1.0
        info: { title: Events, version: '1' }
        paths:
          /events:
            get:
              operationId: get
              responses:
                '200':
                  description: ok
                  content:
                    {{mediaType}}:
                      schema: {{schema}}
        components:
          schemas:
            Thing: { type: object, required: [name], properties: { name: { type: string } } }
            ServerSentEventThing:
              type: object
              properties: { data: { $ref: '#/components/schemas/Thing' }, {{Others}}, comment: { type: string } }
        """);
}
