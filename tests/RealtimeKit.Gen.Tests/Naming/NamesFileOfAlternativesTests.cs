using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The alternatives of a schema keep their names in any order, and beside others that are like them.</summary>
public class NamesFileOfAlternativesTests
{
    private const string Text = "{ type: string }";
    private const string Choice = "{ type: string, enum: [a, b] }";
    private const string Texts = "{ type: array, items: { type: string } }";
    private const string Things = "{ type: array, items: { type: object, properties: { thing: { type: string } } } }";
    private const string Mixed = "{ type: array, items: { oneOf: [{ type: string }, { type: object, properties: { mixed: { type: string } } }] } }";
    private const string OfMany = "{ type: object, additionalProperties: { type: object, properties: { m: { type: string }, n: { type: string } } } }";
    private const string OfFew = "{ type: object, additionalProperties: { type: object, properties: { f: { type: string } } } }";
    private const string Reference = "{ $ref: '#/components/schemas/Known' }";
    private const string Plain = "{ type: object, properties: { plain: { type: string }, other: { type: string } } }";
    private const string Few = "{ type: object, properties: { op: { enum: [move] }, x: { type: integer } } }";
    private const string Many = "{ type: object, properties: { op: { enum: [move] }, amount: { type: integer }, unit: { type: string, enum: [m, k] } } }";
    private const string Other = "{ type: object, properties: { op: { enum: [move] }, place: { type: string, enum: [left, right] } } }";

    [Theory]
    [InlineData("anyOf", new[] { Text, Choice }, new[] { Choice, Text })]
    [InlineData("oneOf", new[] { Few, Many }, new[] { Many, Few })]
    [InlineData("oneOf", new[] { Few, Many }, new[] { Other, Few, Many })]
    [InlineData("oneOf", new[] { Few, Many, Other }, new[] { Other, Many })]
    [InlineData("oneOf", new[] { Texts, Things }, new[] { Text, Texts, Things })]
    [InlineData("oneOf", new[] { Texts, Things }, new[] { Things, Texts })]
    [InlineData("oneOf", new[] { Text, Mixed }, new[] { Things, Text, Mixed })]
    [InlineData("oneOf", new[] { Text, Texts, Mixed }, new[] { Text, Mixed, Texts })]
    [InlineData("oneOf", new[] { OfMany, OfFew }, new[] { OfFew, OfMany })]
    [InlineData("anyOf", new[] { Text, Choice }, new[] { Text, "{ description: x, allOf: [" + Choice + "] }" })]
    [InlineData("oneOf", new[] { Reference, Plain }, new[] { Reference, "{ type: object, required: [plain], properties: { plain: { type: string }, other: { type: string } } }" })]
    [InlineData("oneOf", new[] { Few, Many }, new[] { "{ title: Now titled, type: object, properties: { op: { enum: [move] }, x: { type: integer } } }", Many })]
    public void An_alternative_keeps_its_name_and_its_members(string keyword, string[] alternatives, string[] changed)
    {
        string names = NamedRun.Write(Document(keyword, alternatives));

        GeneratorRun before = GeneratorRunner.Run(Document(keyword, alternatives));
        GeneratorRun after = NamedRun.Of(Document(keyword, changed), names);

        string[] members = MembersOf(before);
        Assert.Empty(MembersOf(after).Where(member => IsOfKnownType(member, members)).Except(members));
        Assert.DoesNotContain(members.Except(MembersOf(after)), _ => changed.Length >= alternatives.Length);
        string written = NamedRun.Write(Document(keyword, changed), names);
        NamedRun.Of(Document(keyword, changed), written).AssertNoDiagnostics();
        Assert.Equal(MembersOf(after), MembersOf(NamedRun.Of(Document(keyword, changed), written)));
    }

    [Theory]
    [InlineData("{ oneOf: [{schema}] }")]
    [InlineData("{schema}")]
    public void A_type_within_a_schema_that_becomes_an_alternative_keeps_its_name(string alone)
    {
        const string One = "{ type: object, required: [t], properties: { t: { enum: [u] }, own: { type: object, properties: { a: { type: string } } } } }";
        string names = NamedRun.Write(Of(alone.Replace("{schema}", One, StringComparison.Ordinal)));
        string later = Of($"{{ oneOf: [{One.Replace(" a:", " b:", StringComparison.Ordinal)}, {One}] }}");

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains("/properties/own = MainPOwn\n", names, StringComparison.Ordinal);
        Assert.NotNull(run.Assembly.GetType("Consumer.MainPOwn")?.GetProperty("A"));
        string written = NamedRun.Write(later, names);
        NamedRun.Of(later, written).AssertNoDiagnostics();
        Assert.NotNull(NamedRun.Of(later, written).Assembly.GetType("Consumer.MainPOwn")?.GetProperty("A"));

        static string Of(string schema) => Document("oneOf", [Text]).Replace($"{{ oneOf: [{Text}] }}", schema, StringComparison.Ordinal);
    }

    private static bool IsOfKnownType(string member, string[] known) =>
        Array.Exists(known, one => one.StartsWith(member[..(member.IndexOf('.', StringComparison.Ordinal) + 1)], StringComparison.Ordinal));

    /// <summary>Returns the properties of records and the values of enums, each with its type.</summary>
    private static string[] MembersOf(GeneratorRun run) => run.Assembly.GetTypes()
        .Where(static type => type.IsPublic && type.Name.StartsWith("Main", StringComparison.Ordinal) && type.Name != "Main")
        .SelectMany(static type => type.GetProperties().Where(property => property.DeclaringType == type).Select(property => $"{type.Name}.{property.Name}"))
        .Order(StringComparer.Ordinal)
        .ToArray();

    private static string Document(string keyword, string[] alternatives) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /things:
            post:
              operationId: create
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Main' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Known: { type: object, properties: { known: { type: string } } }
            Main: { type: object, properties: { p: { {{keyword}}: [{{string.Join(", ", alternatives)}}] } } }

        """;
}
