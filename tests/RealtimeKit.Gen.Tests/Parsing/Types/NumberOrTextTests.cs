using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A type beside the alternatives of a number. ASP.NET Core writes <c>type: object</c> beside those of a double that can be NaN.</summary>
public sealed class NumberOrTextTests
{
    private const string Names = "{ enum: [NaN, Infinity, -Infinity] }";
    private const string Digits = @"pattern: '^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$'";

    [Theory]
    [InlineData("type: object, anyOf: [{ type: number }, " + Names + "], format: double", typeof(double), "\"NaN\"")]
    [InlineData("type: object, anyOf: [{ type: number }, " + Names + "], format: float", typeof(float), "\"-Infinity\"")]
    [InlineData("type: object, anyOf: [{ type: number }, " + Names + "]", typeof(double), "\"Infinity\"")]
    [InlineData("type: object, minimum: 0, default: NaN, anyOf: [{ type: number }, " + Names + "], format: double", typeof(double), "1.5")]
    [InlineData("type: object, oneOf: [" + Names + ", { type: number }], format: double", typeof(double), "\"NaN\"")]
    [InlineData("type: object, anyOf: [{ type: [number, string], " + Digits + " }, " + Names + "], format: double", typeof(double), "\"NaN\"")]
    [InlineData("type: object, anyOf: [{ anyOf: [{ type: number }, { type: string }], " + Digits + " }, " + Names + "], format: double", typeof(double), "\"NaN\"")]
    [InlineData("type: object, anyOf: [{ type: integer }, { type: string }], format: int32", typeof(int), "7")]
    [InlineData("type: object, nullable: true, anyOf: [{ type: number }, " + Names + "]", typeof(double?), "null")]
    [InlineData("type: [object, 'null'], anyOf: [{ type: number }, " + Names + "]", typeof(double?), "null")]
    [InlineData("type: [number, string], anyOf: [{ type: number }, " + Names + "]", typeof(double), "\"NaN\"")]
    [InlineData("type: number, anyOf: [{ type: number }, " + Names + "]", typeof(double), "\"NaN\"")]
    [InlineData("type: integer, oneOf: [{ type: integer }, { type: string, format: int32 }], format: int32", typeof(int), "7")]
    public void A_type_beside_the_alternatives_has_no_effect(string schema, Type type, string value)
    {
        Type whole = Run(schema).AssertNoDiagnostics().Assembly.GetType("Consumer.Whole")!;
        string json = $$"""{"p":{{value}}}""";

        Assert.Equal(type, whole.GetProperty("P")!.PropertyType);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, whole), whole));
    }

    [Theory]
    [InlineData("type: string, anyOf: [{ type: number }, " + Names + "]")]
    [InlineData("type: object, properties: { a: { type: string } }, anyOf: [{ type: number }, " + Names + "]")]
    [InlineData("type: object, anyOf: [{ type: number }, { enum: [NaN, Unknown] }]")]
    [InlineData("type: object, anyOf: [{ type: number }, { type: object }, " + Names + "]")]
    public void Anything_else_beside_them_counts(string schema)
    {
        Assert.NotEqual(typeof(double), Run(schema).Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.PropertyType);
    }

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run(WholeDocument.Of($"type: object, required: [p], properties: {{ p: {{ {schema} }} }}"));
}
