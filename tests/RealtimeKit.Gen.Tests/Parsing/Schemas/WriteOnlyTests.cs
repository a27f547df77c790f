using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Text that is only sent is a secret, wherever its schema is.</summary>
public sealed class WriteOnlyTests
{
    private const string Text = "{ type: string, writeOnly: true }";

    [Theory]
    [InlineData($"{{ type: array, items: {Text} }}", "IReadOnlyList<SensitiveString>? P {")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Sent' } }", "IReadOnlyList<SensitiveString>? P {")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Plain', writeOnly: true } }", "IReadOnlyList<SensitiveString>? P {")]
    [InlineData("{ type: array, items: { type: [string, 'null'], writeOnly: true } }", "IReadOnlyList<SensitiveString?>? P {")]
    [InlineData($"{{ type: array, items: {{ anyOf: [{Text}, {{ type: 'null' }}] }} }}", "IReadOnlyList<SensitiveString?>? P {")]
    [InlineData("{ type: array, items: { allOf: [{ type: string }, { writeOnly: true }] } }", "IReadOnlyList<SensitiveString>? P {")]
    [InlineData($"{{ type: object, additionalProperties: {Text} }}", "IReadOnlyDictionary<string, SensitiveString>? P {")]
    [InlineData($"{{ type: object, properties: {{ q: {{ type: integer }} }}, additionalProperties: {Text} }}",
        "IReadOnlyDictionary<string, SensitiveString>? AdditionalProperties {")]
    [InlineData($"{{ prefixItems: [{Text}, {{ type: integer }}] }}", "SensitiveString? Item1 {")]
    [InlineData($"{{ anyOf: [{Text}, {{ type: integer }}] }}", "From(SensitiveString value)")]
    [InlineData("{ type: array, items: { type: string, format: date, writeOnly: true } }", "JsonWriting.Secret<")]
    [InlineData(Text, "SensitiveString? P {")]
    public void It_is_a_secret(string schema, string emitted) => Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: array, items: { type: string, writeOnly: true, x-ms-secret: false } }", "IReadOnlyList<string>? P {")]
    [InlineData("{ type: array, items: { type: integer, writeOnly: true } }", "IReadOnlyList<long>? P {")]
    [InlineData("{ type: array, items: { type: string, readOnly: true } }", "IReadOnlyList<string>? P {")]
    public void Something_else_is_none(string schema, string emitted)
    {
        string text = TextOf(schema);

        Assert.Contains(emitted, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret<", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    public void A_parameter_and_a_header(string place)
    {
        string text = Plain(GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: send
                  parameters: [{ name: p, in: {{place}}, schema: {{Text}} }]
                  responses:
                    '204': { description: ok, headers: { X-P: { schema: { anyOf: [{{Text}}, { type: 'null' }] } }, X-Q: { schema: {{Text}} } } }
            """));

        Assert.Contains("SensitiveString? p = null", text, StringComparison.Ordinal);
        Assert.Contains("SensitiveString? GetXP(", text, StringComparison.Ordinal);
        Assert.Contains("SensitiveString? GetXQ(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_records_that_differ_only_in_it_are_not_shared()
    {
        Type whole = Run(
            $"one: {{ type: object, properties: {{ p: {{ type: array, items: {Text} }} }} }}, "
                + "two: { type: object, properties: { p: { type: array, items: { type: string } } } }")
            .Assembly.GetType("Consumer.Whole")!;

        Assert.NotEqual(whole.GetProperty("One")!.PropertyType, whole.GetProperty("Two")!.PropertyType);
    }

    /// <summary>A property can have the schema of another place.</summary>
    [Fact]
    public void Both_places_of_an_alias_are_secrets()
    {
        string text = TextOf("&alias { type: string, writeOnly: true }, q: *alias");

        Assert.Contains("SensitiveString? P {", text, StringComparison.Ordinal);
        Assert.Contains("SensitiveString? Q {", text, StringComparison.Ordinal);
    }

    private static string TextOf(string schema) => Plain(Run($"p: {schema}"));

    /// <summary>Returns the emitted text without the aliases of namespaces.</summary>
    private static string Plain(GeneratorRun run)
    {
        run.AssertCompiles();
        return Regex.Replace(run.AllText, @"\b_\w+::", "");
    }

    private static GeneratorRun Run(string properties) => GeneratorRunner.Run(WholeDocument.WithProperties(
        properties, "Plain: { type: string }", $"Sent: {Text}"));
}
