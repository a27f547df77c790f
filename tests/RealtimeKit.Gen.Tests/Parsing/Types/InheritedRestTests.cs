using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A record shares the declaration of <c>AdditionalProperties</c> with its base, so the base gives their type.</summary>
public class InheritedRestTests
{
    [Theory]
    [InlineData("", "properties: { a: { type: string } }, additionalProperties: { type: integer }", "JsonElement", true)]
    [InlineData("additionalProperties: true,", "properties: { a: { type: string } }, additionalProperties: { type: integer }", "JsonElement", true)]
    [InlineData("additionalProperties: false,", "properties: { a: { type: string } }, additionalProperties: { type: string }", "JsonElement", true)]
    [InlineData("additionalProperties: { type: integer },", "properties: { a: { type: string } }", "Int64", false)]
    [InlineData("additionalProperties: { type: integer },", "properties: { a: { type: string } }, additionalProperties: { type: integer }", "Int64", false)]
    public void The_base_gives_the_type(string ofBase, string derived, string expected, bool isReported)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Base' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Base' } } } } }
            components:
              schemas:
                Base: { type: object, {{ofBase}} required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
                Middle: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { b: { type: string } } }] }
                Derived: { allOf: [{ $ref: '#/components/schemas/Middle' }, { type: object, {{derived}} }] }
            """);

        Type rest = run.Assembly.GetType("Consumer.Derived")!.GetProperty("AdditionalProperties")!.PropertyType;
        Assert.Equal(expected, rest.GetGenericArguments()[1].Name);
        Assert.Equal(isReported, run.Diagnostics.Any(static reported => reported.Id == "RTK0034" && reported.Message.Contains("additionalProperties", StringComparison.Ordinal)));
    }
}
