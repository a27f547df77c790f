using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading.Keys;

/// <summary>Values of Swagger 2.0 that are not in the specification's list, or not in their place, are reported.</summary>
public sealed class SwaggerValueTests
{
    [Theory]
    [InlineData("in: query, type: array, items: { type: string }, collectionFormat: weird",
        "'weird' is not a value of 'collectionFormat' here, which is one of csv, ssv, tsv, pipes, multi; it is left out")]
    [InlineData("in: query, type: array, items: { type: string }, collectionFormat: pipe",
        "'pipe' is not a value of 'collectionFormat' here, which is one of csv, ssv, tsv, pipes, multi; did you mean 'pipes'?; it is left out")]
    [InlineData("in: header, type: array, items: { type: string }, collectionFormat: multi",
        "'multi' is not a value of 'collectionFormat' here, which is one of csv, ssv, tsv, pipes; it is left out")]
    [InlineData("in: query, type: file",
        "A file is a field of 'formData', but the parameter 'p' is in 'query', so its type has no effect; it is left out")]
    public void A_value_without_effect_is_reported(string parameter, string message)
    {
        Reported reported = Assert.Single(Run(parameter).Diagnostics, static diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);

        Assert.Equal(("RTK0035", 8, message), (reported.Id, reported.Line, reported.Message));
    }

    [Theory]
    [InlineData("in: query, type: array, items: { type: string }, collectionFormat: multi")]
    [InlineData("in: formData, type: array, items: { type: string }, collectionFormat: multi")]
    [InlineData("in: formData, type: file")]
    [InlineData("in: header, type: array, items: { type: string, collectionFormat: csv }")]
    [InlineData("in: cookie, type: string")]
    public void A_value_with_effect_is_not(string parameter) => Run(parameter).AssertNoDiagnostics().AssertCompiles();

    [Fact]
    public void The_layout_of_nested_items_is_a_key_of_Swagger() =>
        Assert.DoesNotContain(
            Run("in: query, type: array, items: { type: array, collectionFormat: pipes, items: { type: array, collectionFormat: tsv, items: { type: string } } }").Diagnostics,
            static diagnostic => diagnostic.Id is "RTK0060" or "RTK0035");

    [Fact]
    public void A_misspelt_key_of_nested_items_is_reported() => Run("in: query, type: array, items: { type: array, collectionformat: pipes, items: { type: string } }")
        .AssertReports("RTK0060", line: 8);

    [Fact]
    public void An_unknown_flow_is_reported() => Assert.Equal(
        "'acessCode' is not a value of 'flow' here, which is one of implicit, password, application, accessCode; did you mean 'accessCode'?; it is left out",
        Run("in: query, type: string", "securityDefinitions: { o: { type: oauth2, flow: acessCode, scopes: {} } }").AssertReports("RTK0035", line: 10).Message);

    private static GeneratorRun Run(string parameter, string more = "") => GeneratorRunner.Run($$"""
        swagger: '2.0'
        info: { title: Small, version: '1' }
        host: small.example
        paths:
          /a:
            post:
              operationId: add
              parameters: [ { name: p, {{parameter}} } ]
              responses: { '204': { description: ok } }
        {{more}}
        """);
}
