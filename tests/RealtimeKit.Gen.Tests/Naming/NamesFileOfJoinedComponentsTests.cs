using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// The author makes a component of an inline schema, and at once puts other alternatives or members beside it. The types within the schema keep
/// their names.
/// </summary>
public class NamesFileOfJoinedComponentsTests
{
    private const string User =
        "{ type: object, properties: { kind: { type: string, enum: [a, b] }, address: { type: object, properties: { x: { type: string } } } } }";

    private const string Reference = "{ $ref: '#/components/schemas/User' }";

    [Theory]
    [InlineData("{ oneOf: [{ type: string }, {user}] }")]
    [InlineData("{ anyOf: [{user}, { $ref: '#/components/schemas/Bot' }] }")]
    [InlineData("{ oneOf: [{ description: x, allOf: [{user}] }, { $ref: '#/components/schemas/Bot' }] }")]
    [InlineData("{ oneOf: [{user}, { $ref: '#/components/schemas/Bot' }, { type: 'null' }] }")]
    [InlineData("{ allOf: [{user}, { type: object, properties: { more: { type: string } } }] }")]
    [InlineData("{ allOf: [{user}], properties: { more: { type: string } } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Bot' }, {user}] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Extending' }, { $ref: '#/components/schemas/Bot' }] }")]
    public void The_types_within_it_keep_their_names(string later)
    {
        foreach (string place in new[] { "{schema}", "{ type: object, properties: { who: {schema} } }", "{ type: array, items: {schema} }" })
        {
            AssertKept(
                Document(place.Replace("{schema}", User, StringComparison.Ordinal), ""),
                Document(place.Replace("{schema}", later.Replace("{user}", Reference, StringComparison.Ordinal), StringComparison.Ordinal), $"User: {User}"));
        }
    }

    [Fact]
    public void So_do_those_within_alternatives_that_are_alike()
    {
        const string Lists =
            "{ type: object, properties: { input: { oneOf: [{ type: array, items: { type: string } }, { type: array, items: { type: object, properties: { a: { type: string } } } }] } } }";

        AssertKept(Document(Lists, ""), Document($"{{ oneOf: [{Reference}, {{ $ref: '#/components/schemas/Bot' }}] }}", $"User: {Lists}"));
    }

    [Fact]
    public void The_members_of_a_base_that_existed_before_have_its_names()
    {
        const string Own = "{ type: object, properties: { kind: { type: string, enum: [c, d] } } }";
        string names = NamedRun.Write(Document($"{{ oneOf: [{{ type: integer }}, {Own}, {Reference}] }}", $"User: {User}"));
        string later = Document($"{{ oneOf: [{{ type: integer }}, {{ allOf: [{Reference}] , properties: {{ more: {{ type: string }} }} }}, {Reference}] }}", $"User: {User}");

        Assert.Contains("UserKind", NamedRun.Of(later, names).PublicTypes);
        Assert.Contains("UserAddress", NamedRun.Of(later, names).PublicTypes);
    }

    private static void AssertKept(string earlier, string later)
    {
        string names = NamedRun.Write(earlier);
        GeneratorRun run = NamedRun.Of(later, names);
        string written = NamedRun.Write(later, names);

        Assert.Empty(GeneratorRunner.Run(earlier).PublicTypes.Except(run.PublicTypes));
        Assert.NotEmpty(GeneratorRunner.Run(earlier).PublicTypes.Except(GeneratorRunner.Run(later).PublicTypes));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065");
        Assert.Equal(written, NamedRun.Write(later, written));
        Assert.Equal(run.PublicTypes, NamedRun.Of(later, written).PublicTypes);
    }

    private static string Document(string schema, string components) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /things: { get: { operationId: get, responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } }
        components:
          schemas:
            Bot: { type: object, required: [model], properties: { model: { type: string } } }
            Extending: { allOf: [{{Reference}}] }
            {{(components.Length == 0 ? "User: { type: string }" : components)}}
        """;
}
