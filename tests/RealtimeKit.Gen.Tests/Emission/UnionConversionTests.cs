using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>A union can be assigned the values of its cases, without a cast.</summary>
public class UnionConversionTests
{
    private const string Settings = """
        openapi: 3.1.0
        info: { title: Settings, version: '1' }
        paths:
          /settings:
            put:
              operationId: put
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } } }
        components:
          schemas:
            Settings:
              type: object
              properties:
                names: { oneOf: [{ type: array, items: { type: string } }, { type: boolean }] }
                limits: { oneOf: [{ type: object, additionalProperties: { type: integer } }, { type: string }] }
                mode: { oneOf: [{ $ref: '#/components/schemas/Pace' }, { type: integer }] }
                key: { oneOf: [{ type: array, items: { type: integer, format: uint8 } }, { type: string, format: byte }] }
            Pace: { type: string, enum: [fast, slow] }
        """;

    [Theory]
    [InlineData("Names = new[] { \"a\" }", """{"names":["a"]}""")]
    [InlineData("Names = new List<string> { \"a\" }", """{"names":["a"]}""")]
    [InlineData("Limits = new Dictionary<string, long> { [\"a\"] = 1 }", """{"limits":{"a":1}}""")]
    [InlineData("Mode = Pace.Slow", """{"mode":"slow"}""")]
    [InlineData("Key = new List<byte> { 1 }", """{"key":[1]}""")]
    [InlineData("Key = new byte[] { 1 }", """{"key":"AQ=="}""")]
    public void Lists_maps_and_members_of_enums_are_converted(string assignment, string expected)
    {
        string consumer = $$"""
            using System.Collections.Generic;
            using Consumer;
            internal static class Check
            {
                public static string Run() => System.Text.Json.JsonSerializer.Serialize(new Settings { {{assignment}} });
            }
            """;
        GeneratorRun run = GeneratorRunner.Run(Settings, consumer: consumer);

        Assert.Equal(expected, run.Assembly.GetType("Check")!.GetMethod("Run")!.Invoke(null, null));
    }
}
