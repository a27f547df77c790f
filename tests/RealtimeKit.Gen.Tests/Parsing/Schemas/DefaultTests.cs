using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Defaults that are not values of their schemas are reported.</summary>
public class DefaultTests
{
    private const string Kinds = "only text, numbers, booleans, enums, dates, times, URIs, UUIDs and lists and maps of these have initial values";
    private const string Within = "it is too long for the emitted code, or contains a value that has no initial value by itself";

    [Theory]
    [InlineData("type: string, format: date, default: '2024-02-31'")]
    [InlineData("type: string, format: date, default: ''")]
    [InlineData("type: string, format: date-time, default: now")]
    [InlineData("type: string, format: date-time, default: '10:00:00'")]
    [InlineData("type: string, format: time, default: late")]
    [InlineData("type: string, format: uuid, default: x")]
    [InlineData("type: string, format: byte, default: 'ä'")]
    [InlineData("type: string, format: duration, default: long")]
    [InlineData("type: string, format: date, default: 20240101")]
    [InlineData("type: array, items: { type: integer }, default: [a]")]
    [InlineData("type: array, items: { type: array, items: { type: boolean } }, default: [[1]]")]
    [InlineData("type: array, items: { type: integer }, default: 1")]
    [InlineData("type: object, additionalProperties: { type: integer }, default: { a: b }")]
    [InlineData("type: object, properties: { a: { type: string } }, default: b")]
    [InlineData("type: integer, nullable: true, default: many")]
    [InlineData("type: integer, default: 1.5")]
    [InlineData("type: string, default: [a]")]
    [InlineData("type: string, enum: [a, b], default: c")]
    [InlineData("type: string, enum: [a], default: c")]
    [InlineData("type: integer, enum: [1], default: 2")]
    [InlineData("type: string, format: date-time, default: '2024-02-29T10:00:00+15:00'")]
    [InlineData("type: string, format: date-time, default: '2024-02-29T10:00:00 CET'")]
    [InlineData("type: string, format: date-time, default: '0001-01-01T00:00:00+01:00'")]
    [InlineData("type: string, format: date-time, default: {}")]
    [InlineData("type: string, format: time, default: '10:00:00+01:00'")]
    [InlineData("type: string, format: time, default: '10:00:00.'")]
    [InlineData("type: string, format: duration, default: PT")]
    [InlineData("type: string, format: duration, default: P1H")]
    [InlineData("type: string, format: duration, default: PT1M1H")]
    [InlineData("type: string, format: duration, default: 5")]
    [InlineData("type: string, format: uri, default: 'http://[a'")]
    [InlineData("type: string, format: byte, default: a")]
    [InlineData("type: string, format: uuid, default: '{0x01234567,0x89ab,0xcdef,{0x01,0x23,0x45,0x67,0x89,0xab,0xcd,0xef}}'")]
    [InlineData("type: string, format: password, default: [1]")]
    [InlineData("type: number, format: decimal, default: 1e400")]
    [InlineData("type: array, items: { type: integer }, default: [null]")]
    [InlineData("type: array, items: { type: string, enum: [a, x] }, default: [b]")]
    [InlineData("type: array, items: { type: string, format: date }, default: ['2024-13-01']")]
    [InlineData("type: object, properties: { a: { type: integer } }, default: { a: b }")]
    [InlineData("type: object, properties: { a: { type: object, properties: { b: { type: boolean } } } }, default: { a: { b: 1 } }")]
    [InlineData("oneOf: [{ type: string }, { type: integer }], default: true")]
    [InlineData("type: array, items: { type: string, enum: [a] }, default: [a, b]")]
    [InlineData("type: array, items: { type: array, items: { type: integer, enum: [1] } }, default: [[2]]")]
    [InlineData("type: object, additionalProperties: { type: string, enum: [a] }, default: { x: b }")]
    [InlineData("type: object, properties: { a: { type: string, enum: [x] } }, default: { a: y }")]
    public void A_default_that_is_no_value_is_reported(string property)
    {
        Reported reported = GeneratorRunner.Run(Spec(property)).AssertReports("RTK0035", line: 12);

        Assert.Equal("The default of 'p' is not a value of the schema's type; it is left out", reported.Message);
    }

    [Theory]
    [InlineData("type: integer, format: int32, default: 1.0", " = 1;")]
    [InlineData("type: integer, format: int32, default: 1e2", " = 100;")]
    [InlineData("type: integer, format: int16, default: -2.00", " = -2;")]
    [InlineData("type: integer, default: 1.0", " = 1L;")]
    [InlineData("type: integer, format: uint64, default: 18446744073709551615", " = 18446744073709551615UL;")]
    [InlineData("type: integer, enum: [1, 2], default: 2.0", ".Value2;")]
    [InlineData("type: number, format: float, default: 3.4028235E+38", " = 3.4028235E+38F;")]
    [InlineData("type: number, format: float, default: -3.4028235E+38", " = -3.4028235E+38F;")]
    public void A_number_is_one_however_it_is_written(string property, string emitted)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(property)).AssertNoDiagnostics();

        run.AssertCompiles();
        Assert.Contains(emitted, run.AllText, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("type: string, format: date, default: '2024-02-29'", "new(2024, 2, 29)", "\"2024-02-29\"")]
    [InlineData("type: string, format: date, default: '2024-02-29T00:00:00Z'", "new(2024, 2, 29)", "\"2024-02-29\"")]
    [InlineData("type: string, format: date-time, default: '2024-02-29T10:00:00Z'", "new(2024, 2, 29, 10, 0, 0, new(0, 0, 0))", "\"2024-02-29T10:00:00Z\"")]
    [InlineData(
        "type: string, format: date-time, default: '2024-02-29 10:00:00-09:30'",
        "new(2024, 2, 29, 10, 0, 0, new(-9, -30, 0))", "\"2024-02-29T10:00:00-09:30\"")]
    [InlineData("type: string, format: date-time, default: '0001-01-01T00:00:00Z'", "new(1, 1, 1, 0, 0, 0, new(0, 0, 0))", "\"0001-01-01T00:00:00Z\"")]
    [InlineData(
        "type: string, format: date-time, default: '2024-02-29T10:00:00.125Z'",
        "new(638447976001250000L, new(0, 0, 0))", "\"2024-02-29T10:00:00.125Z\"")]
    [InlineData("type: string, format: date-time, default: '2024-02-29'", "new(2024, 2, 29, 0, 0, 0, new(0, 0, 0))", "\"2024-02-29T00:00:00Z\"")]
    [InlineData("type: string, format: time, default: '10:05:00Z'", "new(10, 5, 0)", "\"10:05:00\"")]
    [InlineData("type: string, format: time, default: '10:05:00.5'", "new(363005000000L)", "\"10:05:00.5\"")]
    [InlineData(
        "type: string, format: uuid, default: '{01234567-89AB-cdef-0123-456789abcdef}'",
        "new(\"01234567-89ab-cdef-0123-456789abcdef\")", "\"01234567-89ab-cdef-0123-456789abcdef\"")]
    [InlineData("type: string, format: duration, default: P1DT2H", "new(1, 2, 0, 0)", "\"P1DT2H\"")]
    [InlineData("type: string, format: duration, default: -PT0.5S", "new(-5000000L)", "\"-PT0.5S\"")]
    [InlineData("type: string, format: duration, default: P2W", "new(14, 0, 0, 0)", "\"P14D\"")]
    [InlineData("type: string, format: date-span, default: '01:02:03'", "new(0, 1, 2, 3)", "\"01:02:03\"")]
    [InlineData("type: string, format: byte, default: -_-_aA", "_system::Convert.FromBase64String(\"+/+/aA==\")", "\"+/+/aA==\"")]
    [InlineData("type: string, format: uri, default: /a", "new(\"/a\", _system::UriKind.RelativeOrAbsolute)", "\"/a\"")]
    [InlineData(
        "type: string, format: uri, default: 'https://example.com/a?b=c#d'",
        "new(\"https://example.com/a?b=c#d\", _system::UriKind.RelativeOrAbsolute)", "\"https://example.com/a?b=c#d\"")]
    [InlineData("type: array, items: { type: integer }, default: [1, 2.0]", "[1L, 2L]", "[1,2]")]
    [InlineData("type: array, items: { type: string }, default: []", "[]", "[]")]
    [InlineData("type: array, items: { type: string, nullable: true }, default: [a, null]", "[\"a\", null]", "[\"a\",null]")]
    [InlineData(
        "type: array, items: { type: string, format: date, nullable: true }, default: ['2024-02-29', null]",
        "[new(2024, 2, 29), null]", "[\"2024-02-29\",null]")]
    [InlineData("type: array, items: { type: string, format: uri }, default: [/a]", "[new(\"/a\", _system::UriKind.RelativeOrAbsolute)]", "[\"/a\"]")]
    [InlineData("type: array, items: { type: string, enum: [a, b] }, default: [b]", ".B]", "[\"b\"]")]
    [InlineData("type: array, items: { type: array, items: { type: number } }, default: [[], [1.5]]", "[[], [1.5D]]", "[[],[1.5]]")]
    [InlineData(
        "type: object, additionalProperties: { type: integer }, default: { a: 1, '\"': 2 }",
        "new _generic::Dictionary<string, long>() { [\"a\"] = 1L, [\"\\\"\"] = 2L }", "{\"a\":1,\"\\u0022\":2}")]
    [InlineData(
        "type: object, additionalProperties: { type: string, format: date }, default: {}",
        "new _generic::Dictionary<string, _system::DateOnly>()", "{}")]
    public void A_default_that_CSharp_can_express_is_the_initial_value(string property, string emitted, string written)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(property)).AssertNoDiagnostics();

        Assert.Contains(emitted + ";", run.AllText, StringComparison.Ordinal);
        Type record = Assert.Single(run.Assembly.GetTypes(), static type => type.GetProperty("P") is not null);
        Assert.Equal($$"""{"p":{{written}}}""", JsonSerializer.Serialize(JsonSerializer.Deserialize("{}", record), record));
    }

    [Theory]
    [InlineData("type: string, format: duration, default: P1Y", "a TimeSpan has no years, months or fractions of a tick")]
    [InlineData("type: string, format: duration, default: PT0.00000001S", "a TimeSpan has no years, months or fractions of a tick")]
    [InlineData("type: string, format: uri, default: 'https://example.com/ä'", "only a URI without special characters is an initial value")]
    [InlineData("type: string, format: password, default: a", "a secret has no initial value")]
    [InlineData("oneOf: [{ type: string }, { type: integer }], default: a", Kinds)]
    [InlineData("type: object, properties: { a: { type: string } }, default: { a: b }", Kinds)]
    [InlineData("type: array, items: { type: object, properties: { a: { type: string } } }, default: [{}]", Within)]
    [InlineData("type: array, items: { type: string, format: duration }, default: [P1M]", Within)]
    [InlineData("type: integer, nullable: true, default: 1", "a property that can be null is null until it is set")]
    [InlineData("description: anything, default: [1]", Kinds)]
    public void A_default_that_is_a_value_but_no_initial_value_is_reported(string property, string reason)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(property));
        Reported reported = run.AssertReports("RTK0034", line: 12);

        Assert.Equal($"'default' has no effect on the client: {reason}", reported.Message);
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0035");
        run.AssertCompiles();
    }

    [Fact]
    public void A_long_list_is_no_initial_value() => GeneratorRunner
        .Run(Spec($"type: array, items: {{ type: integer }}, default: [{string.Join(", ", Enumerable.Range(0, 200))}]"))
        .AssertReports("RTK0034", line: 12);

    [Theory]
    [InlineData("type: integer, nullable: true, default: null")]
    [InlineData("type: object, properties: { a: { type: string } }, default: {}")]
    [InlineData("type: integer, readOnly: true, default: 1")]
    public void A_default_without_anything_to_say_is_not_reported(string property) =>
        GeneratorRunner.Run(Spec(property)).AssertNoDiagnostics();

    [Fact]
    public void A_record_that_is_sent_with_PATCH_has_no_initial_values_because_each_would_overwrite_a_value_of_the_server()
    {
        const string spec = """
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /repositories:
                METHOD:
                  operationId: change
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                Change:
                  type: object
                  properties:
                    name: { type: string }
                    private: { type: boolean, default: false }
                    rules: { $ref: '#/components/schemas/Rules' }
                Rules:
                  type: object
                  properties:
                    topics: { type: array, items: { type: string }, default: [] }
            """;
        const string consumer = """
            internal static class Check
            {
                public static string Run() => System.Text.Json.JsonSerializer.Serialize(new Consumer.Change { Name = "a", Rules = new() });
            }
            """;

        GeneratorRun patch = GeneratorRunner.Run(spec.Replace("METHOD", "patch", StringComparison.Ordinal), consumer: consumer);
        Assert.Equal("""{"name":"a","rules":{}}""", Call(patch));
        Assert.Equal(2, patch.Diagnostics.Count(static diagnostic => diagnostic.Id == "RTK0034"));
        patch.AssertReports("RTK0034", line: 15);
        Assert.Equal(
            """{"name":"a","private":false,"rules":{"topics":[]}}""",
            Call(GeneratorRunner.Run(spec.Replace("METHOD", "post", StringComparison.Ordinal), consumer: consumer).AssertNoDiagnostics()));
    }

    [Theory]
    [InlineData("type: integer, default: many")]
    [InlineData("type: string, format: date, default: '2024-02-31'")]
    [InlineData("type: string, enum: [a, b], default: c")]
    [InlineData("type: array, items: { type: integer }, default: [a]")]
    [InlineData("type: array, items: { type: string, enum: [a, x] }, default: [b]")]
    [InlineData("type: string, enum: [a], default: b")]
    [InlineData("type: array, items: { type: integer, enum: [1] }, default: [1, 2]")]
    public void The_default_of_a_parameter_that_is_no_value_is_reported(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(Parameter(schema));

        Reported reported = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0035");
        Assert.Equal("The default of 'p' is not a value of the schema's type; it is left out", reported.Message);
        Assert.DoesNotContain("Default:", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: integer, default: 5", "Default: 5.")]
    [InlineData("type: string, enum: [a, b], default: b", "Default: b.")]
    [InlineData("type: string, format: date, default: '2024-02-29'", "Default: 2024-02-29.")]
    [InlineData("type: integer, enum: [1], default: 1", "")]
    [InlineData("type: array, items: { type: string, enum: [a] }, default: [a]", "")]
    public void The_default_of_a_parameter_that_is_a_value_is_documented(string schema, string documented) => Assert.Contains(
        documented,
        GeneratorRunner.Run(Parameter(schema)).AssertNoDiagnostics().AllText,
        StringComparison.Ordinal);

    private static string Call(GeneratorRun run) => (string)run.Assembly.GetType("Check")!.GetMethod("Run")!.Invoke(null, null)!;

    [Theory]
    [InlineData("{ type: object, properties: { p: { $ref: '#/components/schemas/Level' } } }")]
    [InlineData("{ type: object, properties: { p: { description: d, allOf: [{ $ref: '#/components/schemas/Level' }] } } }")]
    [InlineData("{ allOf: [{ type: object, properties: { p: { description: d } } }, { properties: { p: { $ref: '#/components/schemas/Level' } } }] }")]
    public void The_default_of_a_component_is_reported_there(string schema)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse(schema, "{ Level: { type: integer, default: many } }")).AssertReports("RTK0035", line: 14);

        Assert.Equal("The default of 'p' is not a value of the schema's type; it is left out", reported.Message);
    }

    [Fact]
    public void The_default_of_a_component_that_a_parameter_refers_to_is_reported_there()
    {
        string text = Parameter("type: integer").Replace("{ type: integer }", "{ $ref: '#/components/schemas/Level' }", StringComparison.Ordinal).TrimEnd()
            + "\ncomponents:\n  schemas:\n    Level: { type: integer, default: many }\n";

        Reported reported = GeneratorRunner.Run(text).AssertReports("RTK0035", line: 11);

        Assert.Equal("The default of 'p' is not a value of the schema's type; it is left out", reported.Message);
    }

    private static string Parameter(string schema) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: get
              parameters: [{ name: p, in: query, schema: { {{schema}} } }]
              responses: { '204': { description: ok } }
        """;

    private static string Spec(string property) => SpecTexts.WithResponse($"{{ type: object, properties: {{ p: {{ {property} }} }} }}");
}
