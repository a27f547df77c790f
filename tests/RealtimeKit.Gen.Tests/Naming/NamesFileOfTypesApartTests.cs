using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Two types have different names in the file. A change makes their schemas equal, and the types stay apart.</summary>
public class NamesFileOfTypesApartTests
{
    private const string First = "type: object, properties: { a: { type: string }, b: { type: string } }";
    private const string Second = "type: object, properties: { a: { type: string } }";

    [Theory]
    [InlineData("{ {schema} }")]
    [InlineData("{ nullable: true, {schema} }")]
    [InlineData("{ anyOf: [{ {schema} }, { type: 'null' }] }")]
    [InlineData("{ oneOf: [{ type: 'null' }, { {schema} }] }")]
    [InlineData("{ nullable: true, oneOf: [{ {schema} }] }")]
    [InlineData("{ anyOf: [{ anyOf: [{ {schema} }, { type: 'null' }] }, { type: 'null' }] }")]
    [InlineData("{ allOf: [{ oneOf: [{ {schema} }] }], description: x }")]
    [InlineData("{ type: array, items: { anyOf: [{ {schema} }, { type: 'null' }] } }")]
    public void Records_that_become_equal_keep_their_names(string use)
    {
        foreach (string other in (string[])[use, "{ {schema} }"])
        {
            string earlier = Document(Filled(use, First), Filled(other, Second));

            GeneratorRun run = NamedRun.Of(Document(Filled(use, Second), Filled(other, Second)), NamedRun.Write(earlier));

            Assert.Equal(GeneratorRunner.Run(earlier).PublicTypes, run.PublicTypes);
            Assert.Equal(2, run.PublicTypes.Count(static type => type.Contains('X', StringComparison.Ordinal)));
        }
    }

    private static string Filled(string use, string schema) => use.Replace("{schema}", schema, StringComparison.Ordinal);

    private static string Document(string first, string second) => $$"""
        openapi: {{(first.Contains("nullable", StringComparison.Ordinal) ? "3.0.3" : "3.1.0")}}
        info: { title: Small, version: '1' }
        paths:
          /first: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/First' } } } } } } }
          /second: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Second' } } } } } } }
        components:
          schemas:
            First: { type: object, properties: { id: { type: string }, x: {{first}} } }
            Second: { type: object, properties: { no: { type: string }, x: {{second}} } }
        """;
}
