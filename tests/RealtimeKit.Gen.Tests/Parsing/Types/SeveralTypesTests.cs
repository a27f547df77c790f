using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Of a schema with several types, a keyword describes only the values of its type.</summary>
public class SeveralTypesTests
{
    [Theory]
    [InlineData("type: [string, object], properties: { q: { type: string } }", "TryGetText", "\"x\"", "{\"q\":\"x\"}")]
    [InlineData("type: [integer, object], additionalProperties: { type: integer }", "TryGetInteger", "5", "{\"a\":1}")]
    [InlineData("type: [string, array], items: { type: integer }", "TryGetText", "\"x\"", "[1,2]")]
    [InlineData("type: [boolean, array, object], items: { type: integer }, properties: { q: { type: string } }, required: [q]", "TryGetBoolean",
        "true", "[1]", "{\"q\":\"x\"}")]
    public void Each_type_has_its_own_case(string schema, string method, params string[] values)
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties($"p: {{ {schema} }}"));
        Type whole = run.Assembly.GetType("Consumer.Whole")!;
        Type union = whole.GetProperty("P")!.PropertyType;

        Assert.DoesNotContain(run.Diagnostics, static reported => reported.Id is "RTK0034" or "RTK0035");
        foreach (string json in values.Select(static value => $$"""{"p":{{value}}}"""))
        {
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, whole), whole));
        }

        object? read = whole.GetProperty("P")!.GetValue(JsonSerializer.Deserialize($$"""{"p":{{values[0]}}}""", whole));
        Assert.True((bool)union.GetMethod(method)!.Invoke(read, new object?[] { null })!);
        Assert.True(union.GetMethod(method)!.GetParameters()[0].ParameterType.GetElementType() is { } type && (type == typeof(string) || type.IsPrimitive));
    }
}
