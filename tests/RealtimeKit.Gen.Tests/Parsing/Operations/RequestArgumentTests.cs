using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks the media type that is sent by default, which bodies a caller must pass, and the names beside a body.</summary>
public sealed class RequestArgumentTests
{
    private const string Patch = "application/json-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Strategic = "application/strategic-merge-patch+json";

    [Theory]
    [InlineData(Patch, Strategic, Merge, "type: object", Merge)]
    [InlineData(Patch, Strategic, "application/a+json", "type: object, properties: { a: { type: string } }", "application/a+json")]
    [InlineData(Patch, Merge, Strategic, "type: array, items: { type: object }", Patch)]
    [InlineData(Patch, Merge, "application/json", "type: object", "application/json")]
    [InlineData("application/a+json", Merge, Strategic, "type: object", "application/a+json")]
    public void An_object_is_not_sent_as_a_list_of_operations_by_default(string one, string two, string three, string schema, string expected)
    {
        string contents = string.Join(", ", new[] { one, two, three }.Select(type => $"{type}: {{ schema: {{ {schema} }} }}"));

        Assert.Equal(expected, Run("patch", $"requestBody: {{ required: true, content: {{ {contents} }} }}").ParametersOf("SendAsync")
            .Single(static parameter => parameter.Name == "contentType").DefaultValue);
    }

    [Fact]
    public void A_list_of_operations_is_sent_as_such_if_there_is_nothing_else() => Assert.Contains(
        Patch,
        Run("patch", $"requestBody: {{ content: {{ {Patch}: {{ schema: {{ type: object }} }} }} }}").AllText,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{ schema: {} }")]
    [InlineData("{}")]
    public void A_body_that_a_deletion_requires_and_does_not_describe_is_optional_and_reported(string content)
    {
        GeneratorRun run = Run("delete", $"requestBody: {{ required: true, content: {{ application/json: {content} }} }}");

        Assert.Equal(["id", "request", "options", "cancellationToken"], run.ParametersOf("SendAsync").Select(static parameter => parameter.Name!));
        Assert.True(run.ParametersOf("SendAsync")[1].HasDefaultValue);
        Assert.Equal(
            "'required' has no effect on the client: a body of DELETE without a description is optional",
            run.AssertReports("RTK0034", line: 8).Message);
    }

    [Theory]
    [InlineData("delete", "{ type: object, properties: { a: { type: string } } }")]
    [InlineData("delete", "{ description: The reason. }")]
    [InlineData("post", "{}")]
    public void Another_body_that_is_required_is_passed(string method, string schema) => Assert.False(
        Run(method, $"requestBody: {{ required: true, content: {{ application/json: {{ schema: {schema} }} }} }}").ParametersOf("SendAsync")[1].HasDefaultValue);

    [Theory]
    [InlineData("deprecated: false", "content", "request")]
    [InlineData("requestBody: { content: { application/json: { schema: { type: string } } } }", "content2", "request2")]
    public void A_parameter_can_be_called_like_a_body_that_the_method_does_not_have(string body, string content, string request)
    {
        string[] names = Run("post", body, "{ name: content, in: query, schema: { type: string } }, { name: request, in: query, schema: { type: string } },")
            .ParametersOf("SendAsync")
            .Select(static parameter => parameter.Name!)
            .ToArray();

        Assert.Contains(content, names);
        Assert.Contains(request, names);
    }

    private static GeneratorRun Run(string method, string body, string parameters = "")
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /m/{id}:
                {{method}}:
                  operationId: send
                  parameters: [{{parameters}} { name: id, in: path, required: true, schema: { type: string } }]
                  {{body}}
                  responses: { '204': { description: ok } }
            """);
        run.AssertCompiles();
        return run;
    }
}
