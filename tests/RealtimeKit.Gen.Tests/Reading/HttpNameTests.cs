using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Checks that methods and names which HTTP cannot transmit are left out with a diagnostic, and nothing else is.</summary>
public sealed class HttpNameTests
{
    [Theory]
    [InlineData("BAD METHOD")]
    [InlineData("ÉÉ")]
    [InlineData("A:B")]
    public void An_additional_operation_with_an_invalid_method_is_left_out(string method)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get: { operationId: good, responses: { '204': { description: ok } } }
                additionalOperations:
                  '{{method}}': { operationId: bad, responses: { '204': { description: ok } } }
                  COPY: { operationId: copy, responses: { '204': { description: ok } } }
            """);

        run.AssertCompiles();
        Assert.Equal($"'{method}' in 'additionalOperations' of '/a' is not an HTTP method; it is left out", run.AssertReports("RTK0035", line: 7).Message);
        Assert.Contains("GoodAsync", run.AllText, StringComparison.Ordinal);
        Assert.Contains("CopyAsync", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("BadAsync", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("get")]
    public void An_additional_operation_that_repeats_the_method_of_a_field_is_left_out(string method)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get: { operationId: good, responses: { '204': { description: ok } } }
                additionalOperations:
                  {{method}}: { operationId: bad, responses: { '204': { description: ok } } }
            """);

        run.AssertCompiles();
        Assert.Equal(
            $"The operation '{method}' in 'additionalOperations' of '/a' repeats another operation of the path item; it is left out",
            run.AssertReports("RTK0035", line: 7).Message);
        Assert.DoesNotContain("BadAsync", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", "bad header")]
    [InlineData("header", "é")]
    [InlineData("cookie", "a=b")]
    public void A_parameter_with_an_invalid_name_is_left_out(string place, string name)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: good
                  parameters:
                    - { name: '{{name}}', in: {{place}}, schema: { type: string } }
                    - { name: X-Good, in: header, schema: { type: string } }
                  responses: { '204': { description: ok } }
            """);

        run.AssertCompiles();
        string message = run.AssertReports("RTK0035", line: 8).Message;
        Assert.StartsWith($"The parameter '{name}' is in '{place}', but its name contains characters", message, StringComparison.Ordinal);
        Assert.Contains("string? xGood = null", run.AllText, StringComparison.Ordinal);
    }
}
