using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// The author makes a component of a schema with members that its alternatives or parts describe together, or gives the component another key or
/// name. The types of these members keep their names, as the whole does.
/// </summary>
public class NamesFileOfContainedChoicesTests
{
    private const string Alternatives = """
        { type: object, properties: { uid: { type: string } }, oneOf: [
              { type: object, required: [type], properties: { type: { type: string, enum: [a] }, config: { type: object, properties: { x: { type: string } } } } },
              { type: object, required: [type], properties: { type: { type: string, enum: [b] }, config: { type: object, properties: { y: { type: string } } } } }] }
        """;

    private const string Parts =
        "{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { opens: { type: string } } }], properties: { status: { type: string, enum: [p, q, s] } } }";

    private const string New = "{ $ref: '#/components/schemas/New' }";

    public static TheoryData<string, string> Schemas => new()
    {
        { "{schema}", Alternatives },
        { "{ type: object, properties: { d: {schema} } }", Alternatives },
        { "{ type: array, items: {schema} }", Alternatives },
        { "{ type: object, properties: { list: { type: array, items: {schema} } } }", Parts },
        { "{ type: object, properties: { d: {schema} } }", Parts },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void An_inline_schema_becomes_a_component(string place, string schema) => AssertKept(
        Document(Filled(place, schema), "New: { type: string }"),
        Document(Filled(place, New), "New: " + schema));

    [Theory]
    [InlineData(Alternatives)]
    [InlineData(Parts)]
    public void A_component_gets_another_key(string schema)
    {
        string earlier = Document("{ $ref: '#/components/schemas/Old' }", "Old: " + schema);
        AssertKept(earlier, Document("{ $ref: '#/components/schemas/Old' }", $"Old: {New}\n    New: {schema}"));
        AssertKept(earlier, Document(New, $"Old: {New}\n    New: {schema}"));
    }

    [Theory]
    [InlineData(Alternatives)]
    [InlineData(Parts)]
    public void A_component_gets_another_name(string schema) => AssertKept(
        Document("{ $ref: '#/components/schemas/Old' }", "Old: " + schema),
        Document("{ $ref: '#/components/schemas/Old' }", $"Old: {schema.Insert(1, " x-type-name: Target,")}"));

    [Fact]
    public void A_member_of_a_component_that_gets_another_key_keeps_its_own_name()
    {
        const string Mini = "{ allOf: [{ properties: { id: { type: string } } }, { properties: { version: { description: x, allOf: [{ $ref: '#/components/schemas/Old' }] } } }] }";
        const string Full = "{ allOf: [{ $ref: '#/components/schemas/Mini' }, { properties: { version: { $ref: '#/components/schemas/Old' } } }] }";
        const string Version = "{ type: object, properties: { id: { type: string }, sha: { type: string } } }";
        const string Both = "{ type: object, properties: { full: { $ref: '#/components/schemas/Full' }, mini: { $ref: '#/components/schemas/Mini' } } }";
        string Of(string old) => Document(Both, $"Mini: {Mini}\n    Full: {Full}\n    Old: {old}");

        string earlier = Of(Version);
        string names = NamedRun.Write(earlier);

        Assert.Contains("FullVersion", GeneratorRunner.Run(earlier).PublicTypes);
        Assert.Equal(GeneratorRunner.Run(earlier).PublicTypes, NamedRun.Of(Of($"{New}\n    New: {Version}"), names).PublicTypes);
        string later = Of($"{New}\n    New: {Version}").Replace("[{ $ref: '#/components/schemas/Old' }]", "[{ $ref: '#/components/schemas/New' }]", StringComparison.Ordinal)
            .Replace("version: { $ref: '#/components/schemas/Old' }", "version: { $ref: '#/components/schemas/New' }", StringComparison.Ordinal);
        Assert.Equal(GeneratorRunner.Run(earlier).PublicTypes, NamedRun.Of(later, names).PublicTypes);
    }

    private static void AssertKept(string earlier, string later)
    {
        string names = NamedRun.Write(earlier);
        GeneratorRun run = NamedRun.Of(later, names);
        string written = NamedRun.Write(later, names);

        Assert.Contains(" :", names, StringComparison.Ordinal);
        Assert.Equal(GeneratorRunner.Run(earlier).PublicTypes, run.PublicTypes);
        Assert.NotEqual(GeneratorRunner.Run(later).PublicTypes, run.PublicTypes);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
        Assert.Equal(written, NamedRun.Write(later, written));
        Assert.Equal(run.PublicTypes, NamedRun.Of(later, written).PublicTypes);
    }

    private static string Filled(string place, string schema) => place.Replace("{schema}", schema, StringComparison.Ordinal);

    private static string Document(string schema, string components) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things: { get: { operationId: get, responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } }
        components:
          schemas:
            Base: { properties: { status: { type: string, enum: [p, q, r] } } }
            {{components}}

        """;
}
