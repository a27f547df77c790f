using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The types of responses. RealtimeKit.Client.Tests has the tests over HTTP.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("default: { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }", "Task<Fault> GetAsync(",
        "\"default\"")]
    [InlineData("'301': { description: moved }\ndefault: { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }",
        "Task GetAsync(", "\"301\"")]
    [InlineData("'304': { description: same }\ndefault: { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }",
        "Task<Fault> GetAsync(", "\"default\"")]
    [InlineData("'404': { description: e }\ndefault: { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }",
        "Task<Fault> GetAsync(", "\"default\"")]
    public void A_default_describes_errors_and_alone_successes_too(string responses, string method, string status)
    {
        string text = Run(responses).AllText;

        Assert.Contains(method, text.Replace("_api::", "").Replace("_tasks::", ""));
        Assert.Contains(
            $"Results = new _wire::ApiResult<{(method.Contains('<', StringComparison.Ordinal) ? "_api::Fault" : "_runtime::NoContent")}>[] {{ ", text);
        Assert.Contains(status, text[text.IndexOf("Results = ", StringComparison.Ordinal)..text.IndexOf("Errors = ", StringComparison.Ordinal)]);
        Assert.Contains("_wire::ApiErrorBody.Json<_api::Fault>(\"default\"", text);
    }

    [Fact]
    public void The_documentation_says_which_type_the_body_of_an_error_has()
    {
        string text = Run("""
            '204': { description: ok }
            '404': { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
            '409': { description: e, content: { text/plain: { schema: { type: string } } } }
            '422': { description: e, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Fault' } } } } }
            default: { description: e, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
            """).AllText;

        Assert.Contains(
            "/// <exception cref=\"_runtime::ApiStatusException\">The server returned an error status. The <c>Body</c> is a <see cref=\"_api::Fault\"/> for 404, other statuses, <c>string</c> for 409, <c>IReadOnlyList&lt;Fault&gt;</c> for 422.</exception>",
            text);
    }

    [Fact]
    public void A_nullable_result_says_so()
    {
        Assert.Contains(
            "NullableJson<long?>", Run("'200': { description: ok, content: { application/json: { schema: { type: integer, nullable: true } } } }").AllText);
        Assert.Contains("NullableJson<_api::Fault?>",
            Run("'200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }\n'204': { description: none }").AllText);
        Assert.DoesNotContain(
            "NullableJson", Run("'200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }").AllText);
    }

    [Fact]
    public void A_header_of_several_types_has_its_text_and_an_accessor_for_each_in_no_order_of_the_document()
    {
        const string number = "'200': { description: ok, headers: { X-Left: { schema: { type: integer } } } }";
        const string instant = "'202': { description: ok, headers: { X-Left: { schema: { type: string, format: date-time } } } }";

        string text = Run($"{number}\n{instant}\n'203': {{ description: ok, headers: {{ x-left: {{ schema: {{ type: string }} }} }} }}").AllText;

        Assert.Contains("string? GetXLeft(", text);
        Assert.Contains("long? GetXLeftAsInt64(", text);
        Assert.Contains("_system::DateTimeOffset? GetXLeftAsDateTimeOffset(", text);
        Assert.DoesNotContain("GetXLeftAsString", text);
        Assert.DoesNotContain("GetXLeftAs", Run($"{number}\n{number.Replace("200", "201")}").AllText);
    }

    [Theory]
    [InlineData("data: { $ref: '#/components/schemas/Fault' }, eventType: { type: string }, eventId: { type: string }, reconnectionInterval: { type: string }",
        "Fault")]
    [InlineData("Data: { $ref: '#/components/schemas/Fault' }, EventType: { type: string }, EventId: { type: string }", "Fault")]
    [InlineData("data: { type: string }, event_type: { type: string }, event_id: { type: string }", "string")]
    [InlineData("data: { type: array, items: { type: integer } }, eventType: { type: string }, eventId: { type: string }", "IReadOnlyList<long>")]
    [InlineData("data: { type: string, format: date-time }, eventType: { type: string }, eventId: { type: string }", "DateTimeOffset")]
    [InlineData("data: { $ref: '#/components/schemas/Fault' }, eventType: { type: string }", "Item")]
    [InlineData("data: { $ref: '#/components/schemas/Fault' }, eventType: { type: string }, eventId: { type: string }, more: { type: string }", "Item")]
    public void An_event_described_by_the_fields_of_the_server_is_its_data(string properties, string type)
    {
        GeneratorRun run = Run("'200': { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Item' } } } }",
            $"Item: {{ type: object, properties: {{ {properties} }} }}");

        run.AssertNoDiagnostics();
        string text = run.AllText.Replace("_api::", "").Replace("_generic::", "").Replace("_system::", "").Replace("_runtime::", "");
        Assert.Contains($"IAsyncEnumerable<{type}> GetStreamingAsync(", text);
        Assert.Contains($"IAsyncEnumerable<ServerSentEvent<{type}>> GetStreamingEventsAsync(", text);
        Assert.Equal(type == "Item", text.Contains("record Item", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_have_no_events() =>
        Assert.DoesNotContain("StreamingEvents",
            Run("'200': { description: ok, content: { application/x-ndjson: { schema: { $ref: '#/components/schemas/Fault' } } } }").AllText);

    [Fact]
    public void Where_an_empty_text_is_null_is_one_stretch_of_the_names()
    {
        string text = Run(
            "'200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Row' } } } }",
            "Row: { type: object, required: [a, b, c], properties: { a: { type: string }, b: { type: string, nullable: true }, c: { type: integer, nullable: true }, d: { type: string }, e: { type: string, format: date-time }, f: { type: string, format: date-time, nullable: true } } }").AllText;

        Assert.Contains("Names = new(required: 3, nullable: 1..6, blank: 2..5, new string[] { \"a\", \"b\", \"c\", \"e\", \"f\", \"d\" });", text);
    }

    private static GeneratorRun Run(string responses, string schemas = "") => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            get:
              operationId: get
              responses:
                {{responses.ReplaceLineEndings("\n        ")}}
        components:
          schemas:
            Fault: { type: object, properties: { text: { type: string } } }
            {{schemas}}
        """);
}
