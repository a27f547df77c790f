using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Alternatives that differ in null alone are one type, which has the name that it would have without the other.</summary>
public sealed class NullableTwinTests
{
    private const string Twin = "{ type: object, properties: { x: { type: integer } } }";

    private const string NullableTwin = "{ type: [object, 'null'], properties: { x: { type: integer } } }";

    [Theory]
    [InlineData($"{Twin}, {NullableTwin}, {{ type: string }}", "WholeP", "WholePObject")]
    [InlineData($"{NullableTwin}, {Twin}, {{ type: string }}", "WholeP", "WholePObject")]
    [InlineData($"{Twin}, {{ anyOf: [{Twin}, {{ type: 'null' }}] }}, {{ type: string }}", "WholeP", "WholePObject")]
    [InlineData($"{Twin}, {{ allOf: [{Twin}], nullable: true }}, {{ type: string }}", "WholeP", "WholePObject")]
    [InlineData($"{Twin}, {NullableTwin}, {{ type: object, properties: {{ y: {{ type: integer }} }} }}", "WholeP", "WholePWithX", "WholePWithY")]
    [InlineData($"{{ type: array, items: {Twin} }}, {{ type: [array, 'null'], items: {NullableTwin} }}, {{ type: string }}", "WholeP", "WholePListItem")]
    [InlineData($"{Twin}, {NullableTwin}", "WholeP")]
    [InlineData($"{Twin}, {NullableTwin}, {{ type: 'null' }}", "WholeP")]
    [InlineData($"{Twin}, {{ type: object, properties: {{ x: {{ type: string }} }} }}", "WholeP", "WholePObject1", "WholePObject2")]
    public void They_have_one_name_without_a_number(string alternatives, params string[] types)
    {
        foreach (string keyword in (string[])["anyOf", "oneOf"])
        {
            GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties($"p: {{ {keyword}: [{alternatives}] }}"));

            Assert.Equal(types.Prepend("Whole"), run.TypeNames);
        }
    }

    [Fact]
    public void A_component_of_them_can_contain_itself()
    {
        const string Ring = "type: object, properties: { next: { $ref: '#/components/schemas/Ring' } }";
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties(
            "p: { $ref: '#/components/schemas/Ring' }",
            $"Ring: {{ anyOf: [{{ {Ring} }}, {{ nullable: true, {Ring} }}] }}"));

        Assert.Equal(["RingObject", "Whole"], run.TypeNames);
    }
}
