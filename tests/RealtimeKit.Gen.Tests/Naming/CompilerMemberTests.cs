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
