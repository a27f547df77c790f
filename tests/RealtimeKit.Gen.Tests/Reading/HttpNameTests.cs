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
        GeneratorRun run = GeneratorRunner.Run(
            Additional($"'{method}'") + "      COPY: { operationId: copy, responses: { '204': { description: ok } } }");

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
        GeneratorRun run = GeneratorRunner.Run(Additional(method));

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
        GeneratorRun run = GeneratorRunner.Run(Parameters($"name: '{name}', in: {place}, schema: {{ type: string }}"));

        run.AssertCompiles();
        string message = run.AssertReports("RTK0035", line: 8).Message;
        Assert.StartsWith($"The parameter '{name}' is in '{place}', but its name contains characters", message, StringComparison.Ordinal);
        Assert.Contains("string? xGood = null", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>The transport refuses a header that says where the message ends, so every call would throw.</summary>
    [Theory]
    [InlineData("Content-Length")]
    [InlineData("transfer-encoding")]
    [InlineData("Host")]
    [InlineData("Authorization")]
    public void A_header_that_the_client_sets_itself_is_no_argument(string name)
    {
        GeneratorRun run = GeneratorRunner.Run(Parameters($"name: {name}, in: header, schema: {{ type: string }}"));

        Assert.Equal(
            $"'{name}' has no effect on the client: the client sets this header itself", run.AssertReports("RTK0034", line: 8).Message);
        Assert.Contains("GoodAsync(string? xGood = null", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    public void A_parameter_with_an_empty_name_is_left_out(string place)
    {
        GeneratorRun run = GeneratorRunner.Run(Parameters($"name: '', in: {place}, schema: {{ type: string }}"));

        Assert.Equal("A parameter must have a name; it is left out", run.AssertReports("RTK0035", line: 8).Message);
        Assert.Contains("string? xGood = null", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>Such a value made every call throw.</summary>
    [Theory]
    [InlineData("header", "é", null)]
    [InlineData("header", "a\\nb", null)]
    [InlineData("cookie", "a;b", "cookie")]
    [InlineData("path", "..", null)]
    public void The_only_value_of_a_parameter_is_left_to_the_caller_if_it_cannot_be_sent(string place, string value, string? style)
    {
        string more = style is null ? "" : $", style: {style}";
        GeneratorRun run = GeneratorRunner.Run(Parameters($"name: v, in: {place}, required: true{more}, schema: {{ const: \"{value}\" }}"));

        Assert.Equal(
            $"The only value of the {place} parameter 'v' cannot be sent there; it is left out",
            run.AssertReports("RTK0035", line: 8).Message);
        Assert.Contains("string v,", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("header", "a\\tb", null)]
    [InlineData("query", "é\\n", null)]
    [InlineData("cookie", "a;b", "form")]
    [InlineData("path", "...", null)]
    public void The_only_value_of_a_parameter_is_sent_if_it_can_be(string place, string value, string? style)
    {
        string more = style is null ? "" : $", style: {style}";
        GeneratorRun run = GeneratorRunner.Run(Parameters($"name: v, in: {place}, required: true{more}, schema: {{ const: \"{value}\" }}"));

        run.AssertNoDiagnostics();
        Assert.DoesNotContain("string v,", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>Returns a document whose line 7 is an additional operation.</summary>
    private static string Additional(string method) => $$"""
        openapi: 3.2.0
        info: { title: Small, version: '1' }
        paths:
          /a:
            get: { operationId: good, responses: { '204': { description: ok } } }
            additionalOperations:
              {{method}}: { operationId: bad, responses: { '204': { description: ok } } }

        """;

    /// <summary>Returns a document whose line 8 is a parameter.</summary>
    private static string Parameters(string parameter) => $$"""
        openapi: 3.2.0
        info: { title: Small, version: '1' }
        paths:
          /a/{v}:
            get:
              operationId: good
              parameters:
                - { {{parameter}} }
                - { name: X-Good, in: header, schema: { type: string } }
              responses: { '204': { description: ok } }
        """.Replace("/{v}", parameter.Contains("in: path", StringComparison.Ordinal) ? "/{v}" : "", StringComparison.Ordinal);
}
