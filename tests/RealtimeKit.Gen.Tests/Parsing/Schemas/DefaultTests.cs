using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Defaults that are not values of their schemas are reported.</summary>
public class DefaultTests
{
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
    public void A_default_that_is_no_value_is_told(string property)
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
    public void An_integer_is_one_however_it_is_written(string property, string emitted)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(property)).AssertNoDiagnostics();

        run.AssertCompiles();
        Assert.Contains(emitted, run.AllText, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("type: string, format: date, default: '2024-02-29'")]
    [InlineData("type: string, format: date-time, default: '2024-02-29T10:00:00Z'")]
    [InlineData("type: string, format: time, default: '10:00:00Z'")]
    [InlineData("type: string, format: uuid, default: 01234567-89ab-cdef-0123-456789abcdef")]
    [InlineData("type: string, format: duration, default: P1Y")]
    [InlineData("type: string, format: duration, default: '01:02:03'")]
    [InlineData("type: string, format: byte, default: aGk=")]
    [InlineData("type: string, format: uri, default: /a")]
    [InlineData("type: array, items: { type: integer }, default: [1, 2.0]")]
    [InlineData("type: array, items: { type: string }, default: []")]
    [InlineData("type: object, additionalProperties: { type: integer }, default: { a: 1 }")]
    [InlineData("type: object, properties: { a: { type: string } }, default: {}")]
    [InlineData("type: integer, nullable: true, default: null")]
    [InlineData("type: string, format: password, default: a")]
    [InlineData("oneOf: [{ type: string }, { type: integer }], default: a")]
    [InlineData("default: [1]")]
    public void A_default_that_is_a_value_is_not(string property) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Spec(property)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0035");

    private static string Spec(string property) => SpecTexts.WithAnswer($"{{ type: object, properties: {{ p: {{ {property} }} }} }}");
}
