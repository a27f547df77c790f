using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Checks that a document cannot set the facts that the generator stores about its schemas and parameters.</summary>
public class ForgedFactTests
{
    /// <summary>Names of extensions under which such facts were stored in the past, and similar names.</summary>
    private const string Forged =
        ", x-const: true, x-number-or-text: names, x-null-only: true, x-content: text/plain, x-style: deepObject, x-allowReserved: true, x-querystring: true";

    [Fact]
    public void A_document_that_states_the_generators_own_facts_as_extensions_gives_the_same_client()
    {
        GeneratorRun plain = GeneratorRunner.Run(Document(""));
        GeneratorRun forged = GeneratorRunner.Run(Document(Forged));

        Assert.Equal(plain.Sources, forged.Sources);
        Assert.Equal(Told(plain), Told(forged));
        forged.AssertCompiles();
    }

    /// <summary>Each extension is at a place where the fact of that name would change the client or a diagnostic.</summary>
    [Fact]
    public void The_facts_themselves_change_the_client()
    {
        string plain = GeneratorRunner.Run(Document("")).AllText;

        Assert.Contains("long? Count", plain);
        Assert.Contains(
            "OrText", GeneratorRunner.Run(Document("").Edit("count: { type: integer }", "count: { type: [integer, string], pattern: '^\\d+$' }")).AllText);
        Assert.NotEqual(
            plain, GeneratorRunner.Run(Document("").Edit("{ name: q, in: query,", "{ name: q, in: query, style: pipeDelimited, explode: false,")).AllText);
        Assert.Contains("RTK0033", Told(GeneratorRunner.Run(Document(""))).Select(static told => told.Id));
        Assert.DoesNotContain(
            "RTK0033",
            Told(GeneratorRunner.Run(Document("").Edit("type: array, enum: [[1]]", "type: array, items: { enum: [1, 2] }"))).Select(static told => told.Id));
    }

    private static (string Id, string Message)[] Told(GeneratorRun run) =>
        run.Diagnostics.Select(static diagnostic => (diagnostic.Id, diagnostic.Message)).ToArray();

    private static string Document(string mark) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: get
              parameters:
                - { name: q, in: query, schema: { type: array, items: { type: string{{mark}} }{{mark}} }{{mark}} }
                - { name: n, in: header, schema: { type: number{{mark}} }{{mark}} }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
        components:
          schemas:
            A:
              type: object
              properties:
                count: { type: integer{{mark}} }
                ratio: { type: number{{mark}} }
                level: { type: integer, enum: [1, 2]{{mark}} }
                only: { type: array, enum: [[1]]{{mark}} }
                nothing: { type: 'null'{{mark}} }
                either: { oneOf: [{ type: number{{mark}} }, { type: string{{mark}} }]{{mark}} }
                twice: { allOf: [{ $ref: '#/components/schemas/B' }, { type: object, properties: { b: { type: string, enum: [x]{{mark}} } } }] }
                narrowed: { $ref: '#/components/schemas/B', type: object, properties: { b: { type: string, enum: [x]{{mark}} } }{{mark}} }
            B: { type: object, properties: { b: { type: string, enum: [x] } } }
        """;
}
