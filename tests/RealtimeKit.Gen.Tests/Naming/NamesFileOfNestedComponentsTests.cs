using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The author makes components of all schemas that are within each other, at once. Each type keeps its name.</summary>
public class NamesFileOfNestedComponentsTests
{
    private const string Deepest = "{ type: object, properties: { d: { type: string } } }";

    [Theory]
    [InlineData("{schema}")]
    [InlineData("{ type: array, items: {schema} }")]
    [InlineData("{ type: object, additionalProperties: {schema} }")]
    [InlineData("{ description: x, allOf: [{schema}] }")]
    [InlineData("{ anyOf: [{schema}, { type: 'null' }] }")]
    [InlineData("{ oneOf: [{schema}, { type: integer }] }")]
    public void All_levels_keep_their_names(string use)
    {
        string inner = Deepest;
        for (int level = 5; level > 0; level--)
        {
            inner = Level(level, Filled(use, inner));
        }

        string components = string.Join(", ", Enumerable.Range(1, 5)
            .Select(level => $"New{level}: {Level(level, Filled(use, Reference(level + 1)))}")
            .Append($"New6: {Deepest}"));
        foreach (string whole in (string[])["{schema}", Level(0, "{schema}")])
        {
            string earlier = Document(Filled(whole, inner), "");
            string later = Document(Filled(whole, Reference(1)), components);
            string names = NamedRun.Write(earlier);
            string written = NamedRun.Write(later, names);

            Assert.Empty(Types(GeneratorRunner.Run(earlier)).Except(Types(NamedRun.Of(later, names))));
            Assert.NotEmpty(Types(GeneratorRunner.Run(earlier)).Except(Types(GeneratorRunner.Run(later))));
            Assert.Equal(written, NamedRun.Write(later, written));
        }
    }

    private static string Level(int level, string use) => $"{{ type: object, properties: {{ q{level}: {{ type: string }}, l{level}: {use} }} }}";

    private static string Reference(int level) => $"{{ $ref: '#/components/schemas/New{level}' }}";

    private static string Filled(string use, string schema) => use.Replace("{schema}", schema, StringComparison.Ordinal);

    private static IEnumerable<string> Types(GeneratorRun run) => run.Assembly.GetTypes().Select(static type => type.Name);

    private static string Document(string schema, string components) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /things: { get: { operationId: get, responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } }
        components: { schemas: { {{components}} } }
        """;
}
