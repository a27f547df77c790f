using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>The documentation of the members of an enum.</summary>
public partial class EnumDescriptionTests
{
    /// <summary>NSwag and OpenAPI Generator write a list by position; Redocly, Scalar and GitBook read a mapping by value.</summary>
    [Theory]
    [InlineData("x-enum-descriptions: [On air, Off air]", "On=On air", "Off=Off air")]
    [InlineData("x-enumDescriptions: [On air, Off air]", "On=On air", "Off=Off air")]
    [InlineData("x-enum-descriptions: { 'off': Off air, 'on': On air }", "On=On air", "Off=Off air")]
    [InlineData("x-enumDescriptions: { 'off': Off air, 'on': On air }", "On=On air", "Off=Off air")]
    [InlineData("x-enumDescriptions: { 'off': Off air }", "Off=Off air")]
    [InlineData("x-enumDescriptions: { 'on': '', 'off': Off air }", "Off=Off air")]
    [InlineData("x-enum-descriptions: { 'on': On air }, x-enumDescriptions: { 'on': Other, 'off': Off air }", "On=On air", "Off=Off air")]
    [InlineData("x-enum-descriptions: [], x-enumDescriptions: [On air, Off air]", "On=On air", "Off=Off air")]
    [InlineData("x-enum-descriptions: { 'on': On air }, x-ms-enum: { name: State, values: [{ value: 'on', description: Named }] }", "On=Named")]
    public void A_description_belongs_to_a_position_or_a_value(string descriptions, params string[] expected) =>
        Assert.Equal(expected, DescriptionsOf($"type: string, enum: ['on', 'off'], {descriptions}"));

    [Theory]
    [InlineData("x-enumDescriptions: { 10: Low, '20': High }")]
    [InlineData("x-enumDescriptions: [Low, High]")]
    public void Numbers_are_described_like_texts(string descriptions) =>
        Assert.Equal(["Value10=Low", "Value20=High"], DescriptionsOf($"type: integer, enum: [10, 20], {descriptions}"));

    [Fact]
    public void A_description_of_null_belongs_to_no_member() => Assert.Equal(
        ["On=On air", "Off=Off air"],
        DescriptionsOf("type: string, nullable: true, enum: ['on', null, 'off'], x-enumDescriptions: { 'null': Unknown, 'off': Off air, 'on': On air }"));

    private static string[] DescriptionsOf(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Enums, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/State' } } } } }
            components:
              schemas:
                State: { {{schema}} }
            """);
        return [.. Described().Matches(run.AllText).Select(static match => $"{match.Groups[2].Value}={match.Groups[1].Value}")];
    }

    [GeneratedRegex("<summary>([^<\n]*)</summary>\\s+(On|Off|Value10|Value20)\\b")]
    private static partial Regex Described();
}
