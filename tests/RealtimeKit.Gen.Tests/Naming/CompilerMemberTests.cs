using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// A name that is spelled letter by letter, because another name already has the usual spelling, does not collide with members of
/// the compiler or of the emitted class.
/// </summary>
public class CompilerMemberTests
{
    [Theory]
    [InlineData("x, get_X, GetX")]
    [InlineData("x, set_X, SetX")]
    [InlineData("op_Equality, OpEquality")]
    [InlineData("op_Inequality, Op_Inequality")]
    public void A_property_is_no_member_that_the_compiler_adds_to_a_record(string names)
    {
        string properties = string.Join(", ", names.Split(", ").Select(static name => $"{name}: {{ type: string }}"));

        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ {properties} }} }}")).AssertCompiles();
    }

    [Theory]
    [InlineData("system")]
    [InlineData("runtime")]
    [InlineData("wire")]
    [InlineData("json")]
    [InlineData("generic")]
    [InlineData("tasks")]
    [InlineData("http")]
    [InlineData("api")]
    public void A_type_is_no_alias_of_the_emitted_namespace(string name)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Aliases, version: '1' }
            paths:
              /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/_{{name}}' } } } } } } }
              /b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{name}}' } } } } } } }
              /c: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Named' } } } } } } }
            components:
              schemas:
                _{{name}}: { oneOf: [{ type: string }, { type: integer }] }
                {{name}}: { type: object, properties: { a: { type: string } } }
                Named: { x-type-name: _{{name}}, oneOf: [{ type: string }, { type: boolean }] }
            """);

        run.AssertCompiles();
        Assert.Null(run.Assembly.GetType("Consumer._" + name));
    }

    [Theory]
    [InlineData("transport")]
    [InlineData("options")]
    [InlineData("request")]
    [InlineData("content")]
    [InlineData("client")]
    public void A_parameter_does_not_hide_a_field_of_its_class(string name)
    {
        GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Fields, version: '1' }
            paths:
              /a:
                post:
                  operationId: read
                  parameters: [ { name: {{name}}, in: query, schema: { type: string } }, { name: _{{name}}, in: query, schema: { type: string } } ]
                  requestBody: { content: { application/json: { schema: { type: string } } } }
                  responses:
                    '200':
                      description: Fine
                      content:
                        application/json: { schema: { type: string } }
                        application/jsonl: { schema: { type: string } }
            """).AssertCompiles();
    }
}
