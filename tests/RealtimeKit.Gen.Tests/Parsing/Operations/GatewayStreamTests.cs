using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>
/// The streams of grpc-gateway, which its two writers of documents and a conversion to OpenAPI 3 describe as one object. Only its title
/// says what it is.
/// </summary>
public sealed class GatewayStreamTests
{
    private const string Members = "result: { $ref: '#/definitions/Book' }, error: { $ref: '#/definitions/Status' }";

    private static readonly string[] _streaming = ["GetStreamingAsync"];
    private static readonly string[] _single = ["GetAsync", "GetWithResponseAsync"];

    [Theory]
    [InlineData("{ type: object, title: Stream result of Book, properties: { " + Members + " } }")]
    [InlineData("{ type: object, title: Stream result of acme.v1.Book, properties: { result: { $ref: '#/definitions/Book' } } }")]
    [InlineData("{ type: object, title: Stream result of Book, properties: { result: { type: string }, error: {} } }")]
    [InlineData("{ $ref: '#/x-stream-definitions/Book' }")]
    [InlineData("{ $ref: '#/definitions/StreamResultOfBook' }")]
    [InlineData("{ allOf: [{ $ref: '#/definitions/StreamResultOfBook' }] }")]
    public void Its_result_is_a_stream_of_items(string schema)
    {
        Assert.Equal(_streaming, Methods(Run(schema, "application/json")));
        Assert.Equal(_streaming, Methods(Run(schema, "application/json;charset=utf-8")));
        Assert.Equal(_streaming, Methods(Run(schema, "'*/*'")));
    }

    [Theory]
    [InlineData("{ type: object, title: Result of Book, properties: { " + Members + " } }")]
    [InlineData("{ type: object, properties: { " + Members + " } }")]
    [InlineData("{ type: object, title: Stream result of the last call, properties: { " + Members + " } }")]
    [InlineData("{ type: object, title: Stream result of Book, properties: { " + Members + ", next: { type: string } } }")]
    [InlineData("{ type: object, title: Stream result of Book, properties: { error: { type: string } } }")]
    [InlineData("{ $ref: '#/definitions/Book' }")]
    public void Any_other_object_is_one_value(string schema) => Assert.Equal(_single, Methods(Run(schema, "application/json")));

    [Fact]
    public void A_document_that_was_converted_to_OpenAPI_3_has_the_same_streams()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Books, version: '1' }
            paths:
              /books:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: A successful response.(streaming responses)
                      content:
                        application/json:
                          schema: { type: object, title: Stream result of Book, properties: { result: { $ref: '#/components/schemas/Book' } } }
            components: { schemas: { Book: { type: object, properties: { name: { type: string } } } } }
            """).AssertNoDiagnostics();

        Assert.Equal(_streaming, Methods(run));
        Assert.Contains("IAsyncEnumerable<_api::GetItem> GetStreamingAsync(", run.AllText, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string schema, string produces) => GeneratorRunner.Run($$"""
        swagger: '2.0'
        info: { title: Books, version: '1' }
        produces: [{{produces}}]
        paths:
          /books:
            get:
              operationId: get
              responses:
                '200': { description: A successful response.(streaming responses), schema: {{schema}} }
                default: { description: An unexpected error response., schema: { $ref: '#/definitions/Status' } }
        definitions:
          Book: { type: object, properties: { name: { type: string } } }
          Status: { type: object, properties: { code: { type: integer, format: int32 }, message: { type: string } } }
          StreamResultOfBook: { type: object, title: Stream result of Book, properties: { {{Members}} } }
        x-stream-definitions:
          Book: { type: object, title: Stream result of Book, properties: { {{Members}} } }
        """).AssertNoDiagnostics();

    private static IEnumerable<string> Methods(GeneratorRun run) => run.Assembly.GetTypes()
        .Single(static type => type.Name == "ApiClient").GetMethods()
        .Select(static method => method.Name)
        .Where(static name => name.EndsWith("Async", StringComparison.Ordinal) && name != "DisposeAsync")
        .Order(StringComparer.Ordinal);
}
