using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks that an object which can contain nothing is no result.</summary>
public sealed class EmptyResultTests
{
    [Theory]
    [InlineData("type: object, properties: {}, additionalProperties: false")]
    [InlineData("$ref: '#/components/schemas/Nothing'")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Nothing' }]")]
    [InlineData("description: Nothing, allOf: [{ allOf: [{ $ref: '#/components/schemas/Nothing' }] }]")]
    public void An_object_that_can_contain_nothing_is_no_result(string schema) => Assert.Equal("Task", ResultOf(schema));

    [Theory]
    [InlineData("type: object, properties: {}")]
    [InlineData("type: object, additionalProperties: false, properties: { a: { type: string } }")]
    [InlineData("type: object, additionalProperties: false, patternProperties: { .*: { type: string } }")]
    [InlineData("additionalProperties: false, allOf: [{ properties: { a: { type: string } } }]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Nothing' }], properties: { a: { type: string } }")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Circle' }]")]
    [InlineData("type: array, items: { $ref: '#/components/schemas/Nothing' }")]
    public void Another_value_is(string schema) => Assert.Equal("Task`1", ResultOf(schema));

    private static string ResultOf(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /m:
                post:
                  operationId: send
                  responses: { '201': { description: ok, content: { application/json: { schema: { {{schema}} } } } } }
            components: { schemas: { Nothing: { type: object, properties: {}, additionalProperties: false }, Circle: { allOf: [{ $ref: '#/components/schemas/Circle' }] } } }
            """);
        run.AssertCompiles();
        return ((MethodInfo)run.ParametersOf("SendAsync")[0].Member).ReturnType.Name;
    }
}
