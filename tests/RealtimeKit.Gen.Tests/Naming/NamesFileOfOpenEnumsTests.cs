using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The author opens an enum by a plain string beside it, or closes it. The type is the same enum, so it keeps its name.</summary>
public class NamesFileOfOpenEnumsTests
{
    private const string Unused = "Other: { type: string }";
    private const string Main = "{ $ref: '#/components/schemas/Main' }";
    private const string Closed = "{ type: string, enum: [placed, sent] }";

    private static readonly string[] _places =
    [
        "{schema}",
        "{ type: object, properties: { status: {schema} } }",
        "{ type: array, items: {schema} }",
        "{ type: object, additionalProperties: { allOf: [{schema}], description: x } }",
        "{ oneOf: [{ type: integer }, {schema}, { type: object, properties: { a: { type: string }, b: { type: string } } }] }",
    ];

    [Theory]
    [InlineData("{ anyOf: [{ type: string }, {enum}] }")]
    [InlineData("{ anyOf: [{enum}, { type: string }] }")]
    [InlineData("{ oneOf: [{enum}, { type: string }, { type: string, format: date }] }")]
    [InlineData("{ anyOf: [{ type: string }, {enum}, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ anyOf: [{ type: string }, {enum}] }, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ type: string }, { description: x, allOf: [{enum}] }] }")]
    public void An_enum_keeps_its_name(string open)
    {
        foreach (string place in _places)
        {
            string former = Filled(place, Closed);
            string current = Filled(place, Filled(open, Closed));
            AssertKept(former, current, Unused);
            AssertKept(current, former, Unused);
        }
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/New' }", "New: { anyOf: [{ type: string }, {enum}] }")]
    [InlineData("{ anyOf: [{ type: string }, { $ref: '#/components/schemas/New' }] }", "New: {enum}")]
    public void An_enum_that_becomes_a_component_keeps_its_name(string open, string component)
    {
        foreach (string place in _places)
        {
            AssertKept(Filled(place, Closed), Filled(place, open), Filled(component, Closed));
        }
    }

    [Fact]
    public void A_component_that_is_an_open_enum_is_not_reported_as_renamed()
    {
        string document = Response(Main, "Main: { type: object, properties: { reason: { $ref: '#/components/schemas/Reason' } } }\n"
            + "    Reason: { anyOf: [{ type: string }, " + Closed + "] }");

        Assert.DoesNotContain(NamedRun.Of(document, NamedRun.Write(document)).Diagnostics, static one => one.Id == "RTK0040");
    }

    private static void AssertKept(string earlier, string later, string added)
    {
        AssertSame(Response(earlier, Unused), Response(later, added));
        AssertSame(Parameter(earlier, Unused), Parameter(later, added));
        AssertSame(Response(Main, "Main: " + earlier), Response(Main, $"Main: {later}\n    {added}"));
    }

    private static void AssertSame(string earlier, string later)
    {
        string names = NamedRun.Write(earlier).Replace("Status", "OfMyChoice", StringComparison.Ordinal).Replace("GetResponse", "Mine", StringComparison.Ordinal);
        string written = NamedRun.Write(later, names);

        Assert.Equal(NamedRun.Of(earlier, names).PublicTypes, NamedRun.Of(later, names).PublicTypes);
        Assert.Equal(written, NamedRun.Write(later, written));
        Assert.DoesNotContain(NamedRun.Of(later, written).Diagnostics, static one => one.Id is "RTK0065" or "RTK0066" or "RTK0067");
    }

    private static string Filled(string text, string schema) => text
        .Replace("{schema}", schema, StringComparison.Ordinal)
        .Replace("{enum}", schema, StringComparison.Ordinal);

    private static string Response(string schema, string components) =>
        Document($"responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }}", components);

    private static string Parameter(string schema, string components) => Document(
        $"parameters: [{{ name: filter, in: query, content: {{ application/json: {{ schema: {schema} }} }} }}], responses: {{ '204': {{ description: ok }} }}",
        components);

    private static string Document(string operation, string components) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /things: { get: { operationId: get, {{operation}} } }
        components:
          schemas:
            {{components}}
        """;
}
