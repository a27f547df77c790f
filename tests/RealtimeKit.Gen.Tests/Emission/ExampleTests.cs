using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

public class ExampleTests
{
    [Theory]
    [InlineData("{ type: string, example: Ball }", "Ball")]
    [InlineData("{ type: string, examples: [Ball, Rope] }", "Ball")]
    [InlineData("{ type: integer, example: 3 }", "3")]
    [InlineData("{ type: number, example: 1.5 }", "1.5")]
    [InlineData("{ type: boolean, example: TRUE }", "true")]
    [InlineData("{ type: string, example: '<a> & */' }", "&lt;a&gt; &amp; */")]
    [InlineData("{ $ref: '#/components/schemas/Named' }", "of the schema")]
    public void An_example_of_one_short_value_is_documentation(string property, string expected) =>
        Assert.Contains($"/// <example>{expected}</example>", Emit(property));

    [Theory]
    [InlineData("{ type: string, format: password, example: hunter2 }")]
    [InlineData("{ type: string, writeOnly: true, example: hunter2 }")]
    [InlineData("{ type: string, example: null }")]
    [InlineData("{ type: string, example: '' }")]
    [InlineData("{ type: string, example: \"a\\nb\" }")]
    [InlineData("{ type: array, items: { type: string }, example: [a] }")]
    [InlineData("{ type: object, additionalProperties: { type: string }, example: { a: b } }")]
    public void A_secret_and_what_is_not_one_short_value_are_none(string property) => Assert.DoesNotContain("<example>", Emit(property));

    [Fact]
    public void A_long_example_is_none() => Assert.DoesNotContain("<example>", Emit($"{{ type: string, example: {new string('a', 121)} }}"));

    private static string Emit(string property)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                put:
                  operationId: put
                  requestBody:
                    content: { application/json: { schema: { type: object, properties: { p: {{property}} } } } }
                  responses: { '204': { description: ok } }
            components: { schemas: { Named: { type: string, example: of the schema } } }
            """);
        run.AssertCompiles();
        return run.AllText;
    }
}
