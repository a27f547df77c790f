using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>A scalar of YAML means the same as the JSON for which it stands in the core schema of YAML 1.2.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("type: integer, enum: [0x1F, 0o17, 010, +5]", """ "type":"integer","enum":[31,15,10,5] """)]
    [InlineData("enum: [0x1F, 0o17, 010, +5]", """ "enum":[31,15,10,5] """)]
    [InlineData("type: integer, const: 0x1F", """ "type":"integer","const":31 """)]
    [InlineData("type: integer, default: 0x7FFFFFFFFFFFFFFF", """ "type":"integer","default":9223372036854775807 """)]
    [InlineData("type: integer, format: uint64, default: 0xFFFFFFFFFFFFFFFF", """ "type":"integer","format":"uint64","default":18446744073709551615 """)]
    [InlineData("type: number, default: .5", """ "type":"number","default":0.5 """)]
    [InlineData("type: number, default: 5.", """ "type":"number","default":5.0 """)]
    [InlineData("type: boolean, default: TRUE", """ "type":"boolean","default":true """)]
    [InlineData("type: string, enum: [yes, no, on, 1_000, 0b11, 0X1F, 12:30]", """ "type":"string","enum":["yes","no","on","1_000","0b11","0X1F","12:30"] """)]
    [InlineData("type: string, enum: [a, b, ~]", """ "type":"string","enum":["a","b",null] """)]
    [InlineData("type: string, enum: [a, b, NULL]", """ "type":"string","enum":["a","b",null] """)]
    [InlineData("type: string, enum: [1, 1.0, 1e3, true, -0]", """ "type":"string","enum":[1,1.0,1e3,true,-0] """)]
    public void It_gives_the_same_client_as_its_json(string yaml, string json)
    {
        GeneratorRun one = Run($"{{ {yaml} }}");
        GeneratorRun other = Run($"{{ {json} }}");

        one.AssertCompiles();
        Assert.Equal(other.Sources, one.Sources);
        Assert.Equal(other.Diagnostics.Select(static diagnostic => diagnostic.Message), one.Diagnostics.Select(static diagnostic => diagnostic.Message));
    }

    [Theory]
    [InlineData("type: string, enum: [0x1F, a]", "0x1F", "31")]
    [InlineData("type: string, enum: [a, 0o17]", "0o17", "15")]
    [InlineData("type: string, enum: ['007', 008]", "008", "8")]
    [InlineData("type: string, enum: [+5, a]", "+5", "5")]
    [InlineData("type: string, enum: [.5, a]", ".5", "0.5")]
    [InlineData("type: string, enum: [5., a]", "5.", "5.0")]
    [InlineData("type: string, enum: [True, a]", "True", "true")]
    [InlineData("type: string, const: 0x1F", "0x1F", "31")]
    [InlineData("type: [string, 'null'], enum: [0x1F, a, null]", "0x1F", "31")]
    [InlineData("type: string, enum: [.inf, a]", ".inf", null)]
    [InlineData("type: string, enum: [.NaN, a]", ".NaN", null)]
    public void A_value_that_json_writes_in_another_way_is_reported_where_text_is_expected(string yaml, string written, string? json)
    {
        Reported reported = Run($"{{ {yaml} }}").AssertReports("RTK0069");

        Assert.Equal(
            json is null
                ? $"The value {written} is a number, which JSON cannot express; quote it if it is text, as the client reads it"
                : $"The value {written} is {json} in JSON; quote it if it is text, as the client reads it",
            reported.Message);
    }

    [Theory]
    [InlineData("type: string, enum: ['0x1F', \"010\", '.inf', 'True']")]
    [InlineData("type: string, enum: [!!str 0x1F, !!str 010]")]
    public void Quoted_text_is_not_reported(string yaml) => Run($"{{ {yaml} }}").AssertNoDiagnostics();

    private static GeneratorRun Run(string schema) =>
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ \"type\": \"object\", \"properties\": {{ \"p\": {schema} }} }}"));
}
