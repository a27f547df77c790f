using System.Reflection;
using System.Text;
using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The payloads of webhooks and callbacks can be null if the document says so.</summary>
public sealed class IncomingPayloadTests
{
    [Theory]
    [InlineData("{ type: [integer, 'null'] }", "5")]
    [InlineData("{ type: [string, 'null'], enum: [a, b, null] }", "\"a\"")]
    [InlineData("{ type: [array, 'null'], items: { type: string } }", "[\"a\"]")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Event' }, { type: 'null' }] }", "{\"id\":\"a\"}")]
    [InlineData("{ $ref: '#/components/schemas/EventOrNull' }", "{\"id\":\"a\"}")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }, { type: 'null' }] }", "5")]
    public void A_payload_that_can_be_null_is_null(string schema, string other)
    {
        GeneratorRun run = Run(schema);

        run.AssertCompiles();
        Assert.Null(Parse(run, "null"));
        Assert.NotNull(Parse(run, other));
    }

    [Fact]
    public void A_number_that_cannot_be_null_is_not() => Assert.Throws<JsonException>(() => Parse(Run("{ type: integer }"), "null"));

    [Theory]
    [InlineData("application/vnd.x+json: { schema: { type: string } }, application/json: { schema: { type: integer } }")]
    [InlineData("application/json: { schema: { type: integer } }, application/vnd.x+json: { schema: { type: string } }")]
    public void A_payload_of_two_media_types_is_plain_JSON_and_the_other_is_reported(string content)
    {
        GeneratorRun run = RunWith(content);

        Assert.Equal(5L, Parse(run, "5"));
        Assert.Equal(
            "'application/vnd.x+json' has no effect on the client: the reader of 'happened' reads application/json", run.AssertReports("RTK0034").Message);
    }

    private static object? Parse(GeneratorRun run, string json)
    {
        MethodInfo parse = run.Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Single(static method => method.Name == "ParseHappened");
        MethodInfo invoke = typeof(IncomingPayloadTests)
            .GetMethod(nameof(Invoke), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(parse.ReturnType);
        try
        {
            return invoke.Invoke(null, [parse, json]);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static object? Invoke<T>(MethodInfo parse, string json) => parse.CreateDelegate<Parser<T>>()(Encoding.UTF8.GetBytes(json));

    private delegate T Parser<T>(ReadOnlySpan<byte> utf8Json);

    private static GeneratorRun Run(string schema) => RunWith($"application/json: {{ schema: {schema} }}");

    private static GeneratorRun RunWith(string content) => GeneratorRunner.Run($$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        webhooks:
          happened: { post: { requestBody: { required: true, content: { {{content}} } }, responses: { '204': { description: ok } } } }
        components:
          schemas:
            Event: { type: object, required: [id], properties: { id: { type: string } } }
            EventOrNull: { type: [object, 'null'], required: [id], properties: { id: { type: string } } }
        """);
}
