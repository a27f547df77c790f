using System.Text.RegularExpressions;
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

    private const string Abc = "{ type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } } }";
    private const string Def = "{ type: object, properties: { d: { type: string }, e: { type: string }, f: { type: string } } }";
    private const string DefRequired = "{ type: object, required: [d], properties: { d: { type: string }, e: { type: string }, f: { type: string } } }";
    private const string DefAndZ = "{ type: object, required: [z], properties: { d: { type: string }, e: { type: string }, f: { type: string }, z: { type: string } } }";
    private const string DefConstant = "{ type: object, properties: { d: { enum: [x] }, e: { type: string }, f: { type: string } } }";
    private const string New = "{ type: object, properties: { n: { type: string }, m: { type: string } } }";
    private const string NewAndD = "{ type: object, properties: { d: { type: string }, n: { type: string }, m: { type: string } } }";

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
    [InlineData("oneOf", new[] { Def, Text }, new[] { NewAndD, DefRequired, Text })]
    [InlineData("anyOf", new[] { Def, Abc }, new[] { DefConstant, Abc, New })]
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
    [InlineData(New)]
    [InlineData(Reference)]
    public void A_new_alternative_does_not_take_the_name_of_one_that_is_gone(string added)
    {
        GeneratorRun run = NamedRun.Of(Document("oneOf", [Abc, added]), NamedRun.Write(Document("oneOf", [Abc, Def])));

        Assert.NotNull(run.Assembly.GetType("Consumer.MainPWithA"));
        Assert.Null(run.Assembly.GetType("Consumer.MainPWithD"));
    }

    [Theory]
    [InlineData(Abc, New)]
    [InlineData(New, Abc)]
    [InlineData(Abc, Reference)]
    public void An_alternative_that_gets_a_required_property_keeps_its_name_beside_a_new_one(string first, string second)
    {
        GeneratorRun run = NamedRun.Of(Document("oneOf", [first, DefAndZ, second]), NamedRun.Write(Document("oneOf", [Def, Abc])));

        Assert.NotNull(run.Assembly.GetType("Consumer.MainPWithD")?.GetProperty("Z"));
        Assert.NotNull(run.Assembly.GetType("Consumer.MainPWithA")?.GetProperty("A"));
    }

    [Fact]
    public void An_only_alternative_of_its_kind_keeps_its_name_when_all_of_its_members_change()
    {
        GeneratorRun run = NamedRun.Of(Document("oneOf", [New, Text]), NamedRun.Write(Document("oneOf", [Abc, Text])));

        Assert.NotNull(run.Assembly.GetType("Consumer.MainPObject")?.GetProperty("N"));
    }

    [Fact]
    public void A_component_that_becomes_an_alias_does_not_take_the_name_of_an_alternative()
    {
        string earlier = Document("oneOf", [Reference, Abc, Def]);
        string later = Document("oneOf", [Reference, Abc, DefAndZ])
            .Replace("Known: {", "Known: { $ref: '#/components/schemas/Newer' }\n    Newer: {", StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

        Assert.Empty(MembersOf(GeneratorRunner.Run(earlier)).Except(MembersOf(run)));
    }

    [Theory]
    [InlineData("oneOf", "anyOf", new[] { Abc, Def }, new[] { Def, Abc })]
    [InlineData("oneOf", "anyOf", new[] { Abc, Def }, new[] { New, Abc, Def })]
    [InlineData("anyOf", "oneOf", new[] { Few, Many }, new[] { Many, Few, Other })]
    [InlineData("anyOf", "oneOf", new[] { Text, Choice }, new[] { Choice, Text })]
    [InlineData("oneOf", "anyOf", new[] { Text, Mixed }, new[] { Text, "{ type: array, items: { anyOf: [{ type: string }, { type: object, properties: { mixed: { type: string } } }] } }" })]
    public void Alternatives_keep_names_of_choice_when_the_keyword_changes(string keyword, string changedKeyword, string[] alternatives, string[] changed)
    {
        string names = Regex.Replace(NamedRun.Write(Document(keyword, alternatives)), @"\bMainP(\w*)", "Main$1OfChoice");
        string later = Document(changedKeyword, changed);

        string[] members = MembersOf(NamedRun.Of(Document(keyword, alternatives), names));
        Assert.Contains("OfChoice\n", names, StringComparison.Ordinal);
        Assert.All(NamesIn(names), name => Assert.NotNull(NamedRun.Of(later, names).Assembly.GetType("Consumer." + name)));
        Assert.Empty(members.Except(MembersOf(NamedRun.Of(later, names))));
        string written = NamedRun.Write(later, names);
        Assert.Empty(members.Except(MembersOf(NamedRun.Of(later, written))));
        Assert.Equal(written, NamedRun.Write(later, written));
        NamedRun.Of(later, written).AssertNoDiagnostics();
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

    [Theory]
    [InlineData("{ type: array, items: {record} }")]
    [InlineData("{ type: object, additionalProperties: {record} }")]
    [InlineData("{ type: array, items: { type: array, items: {record} } }")]
    [InlineData("{ type: array, items: { enum: [one, two] } }")]
    public void A_type_within_a_list_or_map_that_becomes_an_alternative_keeps_its_name(string shape)
    {
        string whole = shape.Replace("{record}", "{ type: object, properties: { a: { type: string }, b: { type: object, properties: { c: { type: string } } } } }", StringComparison.Ordinal);
        string names = NamedRun.Write(Of(whole));
        string later = Of($"{{ anyOf: [{Text}, {whole}] }}");

        string written = NamedRun.Write(later, names);

        Assert.All(NamesIn(names), name => Assert.NotNull(NamedRun.Of(later, names).Assembly.GetType("Consumer." + name)));
        Assert.All(NamesIn(names), name => Assert.NotNull(NamedRun.Of(later, written).Assembly.GetType("Consumer." + name)));
        NamedRun.Of(later, written).AssertNoDiagnostics();

        static string Of(string schema) => Document("oneOf", [Text]).Replace($"{{ oneOf: [{Text}] }}", schema, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_that_gets_another_constant_in_front_keeps_its_name()
    {
        const string Type = "{ type: object, properties: { type: { enum: [y] }, a: { type: string }, b: { type: string } } }";
        string names = NamedRun.Write(Document("oneOf", [Type, Text]));

        GeneratorRun run = NamedRun.Of(Document("oneOf", [Type.Replace("{ type: {", "{ kind: { enum: [k] }, type: {", StringComparison.Ordinal), Text]), names);

        Assert.All(NamesIn(names), name => Assert.NotNull(run.Assembly.GetType("Consumer." + name)));
    }

    private static string[] NamesIn(string file) => file.Split('\n')
        .Where(static line => line.StartsWith("type ", StringComparison.Ordinal))
        .Select(static line => line.Split(" = ")[1])
        .ToArray();

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
