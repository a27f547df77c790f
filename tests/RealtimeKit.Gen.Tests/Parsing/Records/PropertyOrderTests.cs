using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>Checks that the properties of a record have the order of the document.</summary>
public sealed partial class PropertyOrderTests
{
    [Fact]
    public void Properties_have_the_order_of_the_document_whether_required_or_not() => Assert.Equal(
        ["Id", "PublicId", "Customer", "Total"],
        PropertiesOf("""
            type: object
            required: [customer, publicId]
            properties: { id: { type: integer }, publicId: { type: string }, customer: { type: string }, total: { type: number } }
            """));

    [Fact]
    public void Parts_of_an_allOf_follow_each_other() => Assert.Equal(
        ["Z", "Y", "D", "C"],
        PropertiesOf("""
            allOf:
              - { type: object, properties: { z: { type: string }, y: { type: string } } }
              - { type: object, properties: { d: { type: string }, y: { type: string }, c: { type: string } } }
            """));

    [Fact]
    public void A_discriminator_comes_first_and_the_members_of_a_base_precede_the_records_own() => Assert.Equal(
        ["Kind", "Name", "Barks", "Age"],
        PropertiesOf(
            """
            allOf: [{ $ref: '#/components/schemas/Pet' }]
            type: object
            properties: { barks: { type: boolean }, age: { type: integer } }
            """,
            "    Pet: { type: object, discriminator: { propertyName: kind }, properties: { name: { type: string }, kind: { type: string } } }",
            isDerived: true));

    private static IEnumerable<string> PropertiesOf(string schema, string others = "", bool isDerived = false)
    {
        GeneratorRun run = GeneratorRunner.Run($"""
            openapi: 3.1.0
            info: {"{ title: Small, version: '1' }"}
            paths:
              /a:
                put:
                  requestBody: {"{ content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }"}
                  responses: {"{ '204': { description: ok } }"}
            components:
              schemas:
                A:
            {string.Join('\n', schema.Split('\n').Select(static line => "      " + line))}
            {others}
            """);
        run.AssertCompiles();
        string writer = isDerived ? "WriteMembers" : "Write";
        string text = run.AllText;
        int start = text.IndexOf($"static void {writer}(_json::Utf8JsonWriter writer, _api::A value)", StringComparison.Ordinal);
        string body = text[start..text.IndexOf("json.End(", start, StringComparison.Ordinal)];
        return Member().Matches(body).Select(static match => match.Groups[1].Value).Where(static name => name != "AdditionalProperties").Distinct();
    }

    [GeneratedRegex(@"value\.(\w+)")]
    private static partial Regex Member();
}
