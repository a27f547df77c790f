using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The methods that the responses of an operation give. RealtimeKit.Client.Tests has the tests over HTTP.</summary>
public class ResponseTests
{
    [Fact]
    public void The_same_value_in_another_format_gives_no_second_method()
    {
        GeneratorRun run = Run("""
            '200':
              description: ok
              content:
                application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                application/xml: { schema: { $ref: '#/components/schemas/Thing' } }
                application/x-protobuf: { schema: { $ref: '#/components/schemas/Thing' } }
                text/json: { schema: { $ref: '#/components/schemas/Thing' } }
                text/plain: { schema: { $ref: '#/components/schemas/Thing' } }
            """);

        Assert.Equal(["GetAsync", "GetWithResponseAsync"], Methods(run));
        Assert.Equal(["application/x-protobuf", "application/xml"], run.QuotedIn("RTK0034"));
    }

    [Fact]
    public void The_media_types_under_which_a_framework_lists_one_value_are_one_and_nothing_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: save
                  requestBody:
                    content:
                      application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                      text/json: { schema: { $ref: '#/components/schemas/Thing' } }
                      application/*+json: { schema: { $ref: '#/components/schemas/Thing' } }
                  responses:
                    '200':
                      description: ok
                      content:
                        text/plain: { schema: { $ref: '#/components/schemas/Thing' } }
                        application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                        text/json: { schema: { $ref: '#/components/schemas/Thing' } }
                    default:
                      description: bad
                      content:
                        text/plain: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } }
                        application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } }
                        text/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } }
            components: { schemas: { Thing: { type: object, properties: { a: { type: string } } } } }
            """);

        run.AssertNoDiagnostics();
        Assert.Equal(["SaveAsync", "SaveWithResponseAsync"], Methods(run));
    }

    [Fact]
    public void What_a_framework_lists_beside_the_JSON_and_is_something_else_is_reported()
    {
        GeneratorRun run = Run("""
            '200':
              description: ok
              content:
                application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                text/json: { schema: { type: array, items: { type: string } } }
            """);

        Assert.Contains("text/json is left out", run.AssertReports("RTK0032").Message);
    }

    [Fact]
    public void A_rendering_of_the_same_value_gives_one()
    {
        GeneratorRun run = Run("""
            '200':
              description: ok
              content:
                application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                text/csv: { schema: { $ref: '#/components/schemas/Thing' } }
                image/png: { schema: { $ref: '#/components/schemas/Thing' } }
            """);

        Assert.Equal(["GetAsStreamAsync", "GetAsStreamWithResponseAsync", "GetAsTextAsync", "GetAsTextWithResponseAsync", "GetAsync", "GetWithResponseAsync"],
            Methods(run));
    }

    [Fact]
    public void A_response_of_items_alone_gives_no_method_that_could_not_read_it()
    {
        GeneratorRun run = Run("'200': { description: ok, content: { application/json-seq: { schema: { $ref: '#/components/schemas/Thing' } } } }");

        Assert.Equal(["GetStreamingAsync"], Methods(run));
        run.AssertNoDiagnostics();
    }

    [Fact]
    public void Text_in_events_and_text_in_items_are_not_read_alike()
    {
        GeneratorRun run = Run("""
            '200':
              description: ok
              content:
                application/jsonl: { itemSchema: { type: string } }
                text/event-stream: { schema: { type: string } }
            """);

        Assert.Contains("text/event-stream is left out", run.AssertReports("RTK0032").Message);
        Assert.Contains("ApiResult.Json<string>", run.AllText);
    }

    [Theory]
    [InlineData("application/jsonl: { itemSchema: { type: string } }", false)]
    [InlineData("application/jsonl: { schema: { type: array, items: { type: string } } }", false)]
    [InlineData("application/json-seq: { itemSchema: { $ref: '#/components/schemas/Word' } }", false)]
    [InlineData("application/json: { itemSchema: { type: string } }", false)]
    [InlineData("application/jsonl: { schema: { type: string } }", true)]
    [InlineData("application/jsonl: {}", true)]
    [InlineData("text/event-stream: { itemSchema: { type: string } }", true)]
    [InlineData("text/event-stream: { schema: { type: array, items: { type: string } } }", true)]
    public void An_item_that_is_a_string_is_JSON_unless_it_is_the_data_of_an_event(string content, bool isText)
    {
        string text = Run($"'200': {{ description: ok, content: {{ {content} }} }}").AllText;

        Assert.Equal(isText, text.Contains("ApiResult.Text(\"200\")", StringComparison.Ordinal));
        Assert.Equal(!isText, text.Contains("ApiResult.Json<string>(\"200\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ const: added }", "{ type: object, properties: { id: { type: string } } }", true)]
    [InlineData("{ type: string, enum: [added] }", "{ type: object, properties: { id: { type: string } } }", true)]
    [InlineData("{ type: string }", "{ type: object, properties: { id: { type: string } } }", false)]
    [InlineData("{ const: added }", "{ $ref: '#/components/schemas/Thing' }", false)]
    public void Data_that_the_type_of_the_event_would_select_is_reported(string type, string data, bool isReported)
    {
        string item = $"oneOf: [{{ properties: {{ event: {type}, data: {data} }} }}, {{ properties: {{ data: {{ $ref: '#/components/schemas/Thing' }} }} }}]";
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: get
                  responses: { '200': { description: ok, content: { text/event-stream: { itemSchema: { {{item}} } } } } }
            components: { schemas: { Thing: { type: object, required: [a], properties: { a: { type: string } } } } }
            """);

        Assert.Equal(isReported, run.Diagnostics.Any(static one => one.Id == "RTK0034" && one.Message.Contains("'event'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("application/vnd.api+json", "application/vnd.api+json")]
    [InlineData("text/json", "text/json")]
    [InlineData("text/json; charset=utf-8", "text/json; charset=utf-8")]
    public void The_media_type_of_the_document_is_requested(string documented, string requested)
    {
        string text = Run($"'200': {{ description: ok, content: {{ '{documented}': {{ schema: {{ $ref: '#/components/schemas/Thing' }} }} }} }}").AllText;

        Assert.Contains($"Accept = \"{requested}\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    public void JSON_of_a_range_of_media_types_is_preferred(string range)
    {
        GeneratorRun run = Run($"'200': {{ description: ok, content: {{ '{range}': {{ schema: {{ $ref: '#/components/schemas/Thing' }} }} }} }}");

        Assert.Contains($"Accept = \"application/json, {range};q=0.8\"", run.AllText, StringComparison.Ordinal);
        Assert.Equal("Thing", ((MethodInfo)run.ParametersOf("GetAsync")[0].Member).ReturnType.GenericTypeArguments[0].Name);
    }

    [Theory]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/Thing' } }, '*/*': { schema: { $ref: '#/components/schemas/Thing' } }")]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/Thing' } }, text/json: { schema: { $ref: '#/components/schemas/Thing' } }")]
    public void Json_is_requested_by_default(string content) =>
        Assert.DoesNotContain("Accept = ", Run($"'200': {{ description: ok, content: {{ {content} }} }}").AllText, StringComparison.Ordinal);

    [Fact]
    public void A_status_that_only_gives_a_file_is_reported_and_read_by_the_variant()
    {
        GeneratorRun run = Run("""
            '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
            '201': { description: ok, content: { application/pdf: { schema: { type: string, format: binary } } } }
            """);

        Assert.Contains("GetAsStreamAsync", Methods(run));
        Assert.Contains("201", run.AssertReports("RTK0034").Message);
    }

    [Theory]
    [InlineData("{ type: string }", "Stream")]
    [InlineData("{ type: string, format: byte }", "Byte[]")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "GetResponse")]
    public void A_file_is_the_result_rather_than_its_text_as_JSON(string json, string type)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /film:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json: { schema: {{json}} }
                        video/mp4: { schema: { type: string, format: binary } }
            """);

        run.AssertCompiles();
        Assert.Equal(type, ((MethodInfo)run.ParametersOf("GetAsync")[0].Member).ReturnType.GenericTypeArguments[0].Name);
        Assert.Equal(type == "Stream", run.Diagnostics.Any(static reported => reported.Id == "RTK0034"));
    }

    [Fact]
    public void A_media_type_that_is_json_for_one_status_may_be_a_file_for_another()
    {
        GeneratorRun run = Run("""
            '200':
              description: ok
              content:
                application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                application/problem+json: { schema: { $ref: '#/components/schemas/Choice' } }
            '201':
              description: ok
              content:
                application/json: { schema: { $ref: '#/components/schemas/Thing' } }
                application/problem+json: { schema: { type: string, format: binary } }
            """);

        Assert.Contains("GetAsProblemJsonAsync", Methods(run));
    }

    [Theory]
    [InlineData("{ type: array, items: { type: integer } }", "{ type: array, items: { type: integer, nullable: true } }", "IReadOnlyList<long?>")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/Thing' } }",
        "{ type: object, additionalProperties: { nullable: true, allOf: [{ $ref: '#/components/schemas/Thing' }] } }", "IReadOnlyDictionary<string, Thing?>")]
    [InlineData("{ $ref: '#/components/schemas/Kind' }", "{ anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: string }] }", "OpenEnum<Kind>")]
    [InlineData("{ $ref: '#/components/schemas/Choice' }", "{ nullable: true, allOf: [{ $ref: '#/components/schemas/Choice' }] }", "Choice?")]
    [InlineData("{ $ref: '#/components/schemas/Thing' }", "{ type: integer, nullable: true }", "GetResult?")]
    public void Two_statuses_are_one_type_where_C_sharp_cannot_tell_them_apart(string ok, string created, string type)
    {
        GeneratorRun run = Run($$"""
            '200': { description: ok, content: { application/json: { schema: {{ok}} } } }
            '201': { description: ok, content: { application/json: { schema: {{created}} } } }
            """);

        Assert.Contains($"Task<{type}> GetAsync(", run.AllText.Replace("_api::", "").Replace("_generic::", "").Replace("_runtime::", ""));
    }

    [Theory]
    [InlineData("getAsText")]
    [InlineData("getWithResponse")]
    [InlineData("getAsTextWithResponse")]
    public void An_operation_keeps_its_name_from_those_derived_of_another(string id)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: get
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object } }, text/csv: { schema: { type: string } } } } }
              /b:
                get:
                  operationId: {{id}}
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: boolean } } } } }
            """);

        Assert.Contains($"{char.ToUpperInvariant(id[0])}{id[1..]}Async", Methods(run));
        Assert.Contains(
            Methods(run), static name => name.Contains("GetOperation", StringComparison.Ordinal) || name.Contains("OperationWithResponse", StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_body_and_a_response_of_one_kind_have_different_names()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: turn
                  requestBody: { required: true, content: { application/json: { schema: { type: object } }, text/csv: { schema: { type: string } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { type: object } }, text/csv: { schema: { type: string } } } } }
            """);

        Assert.Equal(Methods(run).Distinct(), Methods(run));
        Assert.Equal(8, Methods(run).Count);
    }

    [Theory]
    [InlineData("watch", "application/json: *, application/yaml: *, 'application/json;stream=watch': *", "application/json;stream=watch")]
    [InlineData("watchlist", "'application/json; Stream=watch': *, application/json: *", "application/json; Stream=watch")]
    [InlineData("watch", "application/json: *", "")]
    public void A_watch_of_Kubernetes_is_a_stream_of_items(string action, string content, string accept)
    {
        GeneratorRun run = RunAction(action, content);

        Assert.Equal(["GetStreamingAsync"], Methods(run));
        Assert.Equal(accept.Length > 0, run.AllText.Contains($"Accept = \"{accept}\"", StringComparison.Ordinal));
        Assert.Equal(content.Contains("yaml") ? ["application/yaml"] : [], run.QuotedIn("RTK0034"));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("Watch")]
    public void Any_other_operation_reads_one_value_and_the_stream_is_reported(string action)
    {
        GeneratorRun run = RunAction(action, "application/json: *, 'application/json;stream=watch': *, 'application/x-protobuf;stream=watch': *");

        Assert.Equal(["GetAsync", "GetWithResponseAsync"], Methods(run));
        Assert.Equal(["application/json;stream=watch", "application/x-protobuf;stream=watch"], run.QuotedIn("RTK0034"));
        Assert.All(run.Diagnostics.Where(static reported => reported.Id == "RTK0034"), static info => Assert.Contains("reads one value", info.Message));
    }

    private static GeneratorRun RunAction(string action, string content) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            get:
              operationId: get
              x-kubernetes-action: {{action}}
              responses:
                '200': { description: ok, content: { {{content.Replace("*", "{ schema: { $ref: '#/components/schemas/Thing' } }")}} } }
        components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }
        """);

    private static GeneratorRun Run(string responses) => GeneratorRunner.Run($$"""
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
            Thing: { type: object, required: [name], properties: { name: { type: string } } }
            Kind: { type: string, enum: [large, small] }
            Choice: { oneOf: [{ type: string }, { type: integer }] }
            Word: { type: string, maxLength: 5 }
        """);

    private static IReadOnlyList<string> Methods(GeneratorRun run) => run.Assembly.GetTypes()
        .Where(static type => type.Name == "ApiClient")
        .SelectMany(static type => type.GetMethods())
        .Select(static method => method.Name)
        .Where(static name => name.EndsWith("Async", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    [Fact]
    public void A_stream_of_events_that_a_server_describes_as_JSON_is_a_stream()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.0
            info: { title: Shop, version: '1' }
            paths:
              /events:
                get:
                  operationId: getEvents
                  responses:
                    '200':
                      description: ''
                      content: { application/json: { schema: { $ref: '#/components/schemas/SseItemOfOrder' } } }
              /log:
                get:
                  operationId: getLog
                  responses:
                    '200':
                      description: ''
                      content: { application/json: { schema: { $ref: '#/components/schemas/LogItem' } } }
            components:
              schemas:
                Order: { type: object, required: [id], properties: { id: { type: integer, format: int32 } } }
                SseItemOfOrder:
                  type: object
                  properties:
                    data: { $ref: '#/components/schemas/Order' }
                    eventType: { type: string }
                    eventId: { type: string, nullable: true }
                    reconnectionInterval: { type: string, format: duration, nullable: true }
                LogItem:
                  type: object
                  properties: { data: { $ref: '#/components/schemas/Order' }, eventType: { type: string }, eventId: { type: string }, level: { type: string } }
            """);

        Assert.Contains("IAsyncEnumerable<_api::Order> GetEventsStreamingAsync(", run.AllText, StringComparison.Ordinal);
        Assert.Contains("_tasks::Task<_api::LogItem> GetLogAsync(", run.AllText, StringComparison.Ordinal);
    }
}
