using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>A setting or a declaration in the consumer's project gives no warnings or errors in emitted code, which nobody can edit.</summary>
public sealed class ConsumerWarningTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: add
              parameters: [ { name: p, in: query, schema: { type: integer, format: uint64 } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
        components:
          schemas:
            A: { type: object, properties: { n: { type: integer, format: uint32 }, _x: { type: string }, kind: { type: string, enum: [a, A] } } }
        """;

    [Theory]
    [InlineData("{}")]
    [InlineData("{ type: string, format: password }")]
    public void All_that_a_derived_record_shows_is_documented(string member) => GeneratorRunner
        .Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Animal' } } } } }
            components:
              schemas:
                Animal: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { own: {{member}} } }] }
                Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { age: {{member}} } }] }
            """)
        .AssertCompiles();

    [Fact]
    public void An_assembly_can_be_CLS_compliant() => GeneratorRunner.Run(Document, consumer: "[assembly: System.CLSCompliant(true)]").AssertCompiles();

    [Fact]
    public void A_client_can_have_a_name_of_lower_case_letters() =>
        GeneratorRunner.Run(Document, new Dictionary<string, string> { ["ClientName"] = "api" }).AssertCompiles();

    [Fact]
    public void A_project_can_have_a_global_alias_for_each_name_that_emitted_files_use() => GeneratorRunner
        .Run(
            Document,
            consumer: string.Concat(
                RuntimeNames.Aliases.Select(static alias => alias.Alias)
                    .Append(RuntimeNames.Api)
                    .Select(static alias => $"global using {alias.TrimEnd(':')} = System.Uri;\n")))
        .AssertCompiles();
}
