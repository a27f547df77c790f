using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>What a component says beside its own <c>$ref</c> applies wherever the component is used.</summary>
public sealed class ReferencedAnnotationTests
{
    private const string Secret = "$ref: '#/components/schemas/Secret'";

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Secret' }", "SensitiveString? P {")]
    [InlineData("{ $ref: '#/components/schemas/SecretAgain' }", "SensitiveString? P {")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Secret' } }", "IReadOnlyList<SensitiveString>? P {")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/Secret' } }", "IReadOnlyDictionary<string, SensitiveString>? P {")]
    [InlineData("{ prefixItems: [{ $ref: '#/components/schemas/Secret' }, { type: integer }] }", "SensitiveString? Item1 {")]
    [InlineData("{ type: object, properties: { q: { type: string } }, additionalProperties: { $ref: '#/components/schemas/Secret' } }",
        "IReadOnlyDictionary<string, SensitiveString>? AdditionalProperties {")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/SecretAgain' }, { type: 'null' }] }", "SensitiveString? P {")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Secret' }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Secret' }, { type: integer }] }", "From(SensitiveString value)")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/SecretAgain' }, { minLength: 1 }] }", "SensitiveString? P {")]
    [InlineData("{ allOf: [{ type: string }, { $ref: '#/components/schemas/SecretRule' }] }", "SensitiveString? P {")]
    [InlineData("{ $ref: '#/components/schemas/SecretRecord' }", "Hide(this.P)")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/SecretRecord' }, { type: 'null' }] }", "Hide(this.P)")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/SecretRecord' } }", "JsonWriting.Secret<Record>")]
    public void A_secret(string schema, string emitted) => Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Secret', x-ms-secret: false }")]
    [InlineData("{ $ref: '#/components/schemas/Public' }")]
    public void The_nearest_mark_counts(string schema) => Assert.Contains("string? P {", TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("Old", "Obsolete")]
    [InlineData("Default", "string P { get; init; } = \"d\"")]
    [InlineData("Net", "Guid? P {")]
    [InlineData("NetAgain", "Guid? P {")]
    [InlineData("Constant", "The only value in the API description is <c>fixed</c>.")]
    [InlineData("Described", "<summary>About the alias.")]
    public void Another_annotation(string component, string emitted)
    {
        Assert.Contains(emitted, TextOf($"{{ $ref: '#/components/schemas/{component}' }}"), StringComparison.Ordinal);
        Assert.Contains(emitted, TextOf($"{{ $ref: '#/components/schemas/Of{component}' }}",
            $"Of{component}: {{ $ref: '#/components/schemas/{component}' }}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Net' } }", "IReadOnlyList<Guid>? P {")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Net' }, { type: 'null' }] }", "Guid? P {")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Old' }, { type: 'null' }] }", "Obsolete")]
    public void An_annotation_below_the_member(string schema, string emitted) => Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("Secret")]
    [InlineData("Net")]
    public void Inline_records_that_differ_only_in_it_are_not_shared(string component)
    {
        Type whole = Run(
            $"one: {{ type: object, properties: {{ p: {{ type: array, items: {{ $ref: '#/components/schemas/{component}' }} }} }} }}, "
                + "two: { type: object, properties: { p: { type: array, items: { $ref: '#/components/schemas/Plain' } } } }")
            .Assembly.GetType("Consumer.Whole")!;

        Assert.NotEqual(whole.GetProperty("One")!.PropertyType, whole.GetProperty("Two")!.PropertyType);
    }

    [Fact]
    public void A_member_of_two_parts_is_a_secret_if_one_of_them_refers_to_a_secret() => Assert.Contains(
        "SensitiveString? Q {",
        TextOf($$"""{ allOf: [{ properties: { q: { $ref: '#/components/schemas/Plain' } } }, { properties: { q: { {{Secret}} } } }] }"""),
        StringComparison.Ordinal);

    [Fact]
    public void Items_of_two_parts_are_secrets_if_one_of_them_refers_to_a_secret() => Assert.Contains(
        "IReadOnlyList<SensitiveString>? Q {",
        TextOf($$"""
            { allOf: [{ properties: { q: { type: array, items: { $ref: '#/components/schemas/Plain' } } } },
            { properties: { q: { type: array, items: { {{Secret}} } } } }] }
            """.Replace("\n", " ", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    public void A_parameter(string place)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: send
                  parameters: [{ name: p, in: {{place}}, schema: { {{Secret}} } }, { name: q, in: {{place}}, schema: { $ref: '#/components/schemas/Default' } }]
                  responses: { '204': { description: ok, headers: { X-P: { schema: { {{Secret}} } } } } }
            components: { schemas: { Plain: { type: string }, Secret: { $ref: '#/components/schemas/Plain', x-ms-secret: true },
              Default: { $ref: '#/components/schemas/Plain', default: d } } }
            """);

        run.AssertCompiles();
        string text = Plain(run.AllText);
        Assert.Contains("SensitiveString? p = null", text, StringComparison.Ordinal);
        Assert.Contains("Default: d.", text, StringComparison.Ordinal);
        Assert.Contains("SensitiveString? GetXP(", text, StringComparison.Ordinal);
    }

    private static string TextOf(string schema, string component = "") => Plain(Run($"p: {schema}", component).AllText);

    /// <summary>Returns the text without the aliases of namespaces.</summary>
    private static string Plain(string text) => Regex.Replace(text, @"\b_\w+::", "");

    private static GeneratorRun Run(string properties, string component = "")
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties(
            properties,
            "Plain: { type: string }",
            "Record: { type: object, properties: { q: { type: string } } }",
            "Secret: { $ref: '#/components/schemas/Plain', x-ms-secret: true }",
            "SecretAgain: { $ref: '#/components/schemas/Secret' }",
            "SecretRule: { $ref: '#/components/schemas/Rule', x-ms-secret: true }",
            "Rule: { minLength: 1 }",
            "Public: { $ref: '#/components/schemas/Secret', x-ms-secret: false }",
            "SecretRecord: { $ref: '#/components/schemas/Record', x-ms-secret: true }",
            "Old: { $ref: '#/components/schemas/Plain', deprecated: true }",
            "Default: { $ref: '#/components/schemas/Plain', default: d }",
            "Net: { $ref: '#/components/schemas/Plain', x-dotnet-type: System.Guid }",
            "NetAgain: { $ref: '#/components/schemas/Net', description: Again. }",
            "Constant: { $ref: '#/components/schemas/Plain', const: fixed }",
            "Described: { $ref: '#/components/schemas/Plain', description: About the alias. }",
            component));
        run.AssertCompiles();
        return run;
    }
}
