using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Faults of one object whose keys are all known are reported where they are.</summary>
public class ObjectFaultTests
{
    [Theory]
    [InlineData("requestBody: { required: true }", 20, "The request body has no 'content'")]
    [InlineData("requestBody: { content: { json: { schema: { type: object } } } }", 33, "'json' is not a media type (did you mean 'application/json'?)")]
    [InlineData(
        "requestBody: { content: { x-www-form-urlencoded: { schema: { type: object } } } }",
        33,
        "'x-www-form-urlencoded' is not a media type (did you mean 'application/x-www-form-urlencoded'?)")]
    [InlineData(
        "requestBody: { content: { aplication/json: { schema: { type: object } } } }",
        33,
        "'aplication/json' is not a known media type (did you mean 'application/json'?), so the schema of its values has no effect")]
    [InlineData(
        "requestBody: { content: { multipart/form-date: { schema: { type: object } } } }",
        33,
        "'multipart/form-date' is not a known media type (did you mean 'multipart/form-data'?), so the schema of its values has no effect")]
    [InlineData(
        "parameters: [ { name: a, in: query, schema: { type: string }, content: { application/json: { schema: { type: string } } } } ]",
        43,
        "'schema' has no effect beside 'content'")]
    [InlineData(
        "parameters: [ { name: a, in: query, content: { text/plain: { }, application/json: { } } } ]",
        54,
        "'content' of a parameter or header has one media type, and 'text/plain' is given beside 'application/json'")]
    [InlineData(Form + "encoding: { a: { contentType: 'a type' } } } } }", 149, "'a type' is not a media type")]
    [InlineData(Form + "encoding: { a: { contentType: 'image/png, text' } } } } }", 149, "'text' is not a media type")]
    [InlineData(Form + "encoding: { a: { style: deepobject } } } } }", 143, "'deepobject' is not a style of a field (did you mean 'deepObject'?)")]
    [InlineData(Form + "encoding: { a: { style: simple } } } } }", 143, "'simple' is not a style of a field")]
    [InlineData("servers: [ { description: Here } ]", 18, "The server has no 'url'")]
    public void Of_an_operation(string part, int column, string message) => AssertFault(Post(part), line: 7, column, message);

    [Theory]
    [InlineData("content: { json: { schema: { type: object } } }", 22, "'json' is not a media type (did you mean 'application/json'?)")]
    [InlineData(
        "headers: { X-A: { schema: { type: string }, content: { text/plain: { schema: { type: string } } } } }",
        29,
        "'schema' has no effect beside 'content'")]
    public void Of_a_response(string part, int column, string message) => AssertFault(
        $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              responses:
                '200': { description: ok,
                  {{part}} }
        """,
        line: 8,
        column,
        message);

    [Theory]
    [InlineData("parameters: [ { name: a, in: body, type: string } ]", 42, "'type' has no effect in a body, which needs a 'schema'")]
    [InlineData("parameters: [ { name: a, in: query, type: string, schema: { type: integer } } ]", 57, "'schema' has no effect beside 'type'")]
    [InlineData("produces: [ json ]", 19, "'json' is not a media type (did you mean 'application/json'?)")]
    [InlineData("consumes: [ application.json ]", 19, "'application.json' is not a media type (did you mean 'application/json'?)")]
    public void Of_Swagger(string part, int column, string message) =>
        AssertFault(Post(part).Replace("openapi: 3.0.3", "swagger: '2.0'", StringComparison.Ordinal), line: 7, column, message);

    [Theory]
    [InlineData("requestBody: { content: { } }")]
    [InlineData("requestBody: { content: { application/bson: { }, application/hjson: { }, text/plan9: { }, foo/bar: { }, x-a/b: { }, image/svg: { } } }")]
    [InlineData("requestBody: { content: { application/jsonl: { }, application/json; charset=utf-8: { } } }")]
    [InlineData("parameters: [ { name: a, in: query, content: { application/json: { schema: { type: string } } } } ]")]
    [InlineData("servers: [ { } ]")]
    [InlineData(Form + "encoding: { a: { contentType: 'image/png, image/*; q=1', style: form } } } } }")]
    public void Others_are_not_reported(string part) => Assert.DoesNotContain(GeneratorRunner.Run(Post(part)).Diagnostics, static one => one.Id == "RTK0035");

    [Fact]
    public void A_webhook_that_is_no_mapping_is_reported() => AssertFault(
        """
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        webhooks:
          added: 1
          removed: { post: { responses: { '200': { description: ok } } } }
        """,
        line: 4,
        column: 3,
        "The webhook 'added' must be a mapping");

    private const string Form = "requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { type: object } } }, ";

    private static void AssertFault(string spec, int line, int column, string message)
    {
        GeneratorRun run = GeneratorRunner.Run(spec);
        Reported reported = Assert.Single(run.Diagnostics, static one => one.Id == "RTK0035");
        Assert.Equal((message + "; it is left out", line, column), (reported.Message, reported.Line, reported.Column));
        run.AssertCompiles();
    }

    private static string Post(string part) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              responses: { '204': { description: ok } }
              {{part}}
        """;
}
