using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>What a body or response says without an effect is reported.</summary>
public sealed class IgnoredBodyTests
{
    private const string FormOnly = "'encoding' has no effect on the client: only the fields of a form that is sent have encodings";
    private const string Sent = "'schema' has no effect on the client: the caller formats the value, which is sent as text";
    private const string Received = "'schema' has no effect on the client: the response is returned as text";

    [Theory]
    [InlineData("application/json", FormOnly, FormOnly)]
    [InlineData("application/x-www-form-urlencoded", FormOnly)]
    [InlineData("multipart/form-data", FormOnly)]
    public void An_encoding_outside_of_a_form_that_is_sent(string mediaType, params string[] messages) => Assert.Equal(
        messages,
        Reports($"{{ {mediaType}: {{ schema: {{ type: object, properties: {{ a: {{ type: string }} }} }}, encoding: {{ a: {{ contentType: text/plain }} }} }} }}"));

    [Fact]
    public void Reserved_characters_of_a_part() => Assert.Equal(
        ["'allowReserved' has no effect on the client: the value of a part is sent as it is"],
        Reports("{ multipart/form-data: { schema: { type: object, properties: { a: { type: string } } }, encoding: { a: { allowReserved: true } } } }", response: "{}"));

    [Theory]
    [InlineData("{ type: integer }", Sent, Received)]
    [InlineData("{ type: boolean }", Sent, Received)]
    [InlineData("{ type: string, format: date-time }", Sent, Received)]
    [InlineData("{ type: string, enum: [a, b] }", Sent, Received)]
    [InlineData("{ $ref: '#/components/schemas/Day' }", Sent, Received)]
    [InlineData("{ type: string }")]
    [InlineData("{ type: string, maxLength: 5, enum: [a] }")]
    [InlineData("{ type: string, format: password }")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", Sent, Received)]
    [InlineData("{ oneOf: [{ type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } }] }", Sent, Received)]
    [InlineData("{ type: array, items: { type: string } }", Sent, Received)]
    [InlineData("{ allOf: [{ type: string }] }")]
    public void The_type_of_text(string schema, params string[] messages) =>
        Assert.Equal(messages.Order(StringComparer.Ordinal), Reports($"{{ text/plain: {{ schema: {schema} }} }}").Order(StringComparer.Ordinal));

    [Fact]
    public void Text_beside_JSON_of_the_same_value_is_not_reported() => Assert.DoesNotContain(
        Received,
        Reports("{ application/json: { schema: { type: integer } }, text/plain: { schema: { type: integer } } }"));

    private static IEnumerable<string> Reports(string content, string? response = null)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody: { content: {{content}} }
                  responses: { '200': { description: ok, content: {{response ?? content}} } }
            components: { schemas: { Day: { type: string, format: date } } }
            """);
        run.AssertCompiles();
        return run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0034").Select(static diagnostic => diagnostic.Message);
    }
}
