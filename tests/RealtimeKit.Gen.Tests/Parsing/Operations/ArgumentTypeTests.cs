using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks the types of arguments whose schema does not decide them alone.</summary>
public sealed class ArgumentTypeTests
{
    [Theory]
    [InlineData("name: id, in: path, required: true", "String")]
    [InlineData("name: id, in: header, required: true", "String")]
    [InlineData("name: id, in: cookie, required: true", "String")]
    [InlineData("name: id, in: query, required: true", "JsonElement")]
    public void A_parameter_without_a_type_is_text_where_only_text_can_be_sent(string parameter, string expected) =>
        Assert.Equal(expected, TypeOfId($"{{ {parameter}, schema: {{ description: Anything. }} }}"));

    [Fact]
    public void A_secret_parameter_without_a_type_is_a_secret() =>
        Assert.Equal("SensitiveString", TypeOfId("{ name: X-Api-Token, in: header, required: true, schema: {} }"));

    [Theory]
    [InlineData("{ type: string, format: binary }")]
    [InlineData("{ type: array, items: { type: string, format: binary } }")]
    public void A_form_that_is_a_file_compiles(string schema) => Run("", $"application/x-www-form-urlencoded: {{ schema: {schema} }}");

    [Theory]
    [InlineData("{ allOf: [{ type: string }, { format: binary }] }")]
    [InlineData("{ type: string, allOf: [{ format: binary }] }")]
    [InlineData("{ format: binary, allOf: [{ type: string }] }")]
    public void A_field_of_a_form_is_a_file_if_its_parts_say_so_together(string schema) => Assert.Contains(
        "FileContent? F {",
        Run("", $"multipart/form-data: {{ schema: {{ type: object, properties: {{ f: {schema} }} }} }}").AllText,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("sip_auth_password", "SensitiveString")]
    [InlineData("XHookSecret", "SensitiveString")]
    [InlineData("github-access-token", "SensitiveString")]
    [InlineData("datadogApiKey", "SensitiveString")]
    [InlineData("password_url", "String")]
    [InlineData("passwords", "String")]
    [InlineData("next_page_token", "String")]
    [InlineData("sceneprivatekeyboard", "String")]
    public void A_name_that_ends_with_the_words_of_a_secret_is_a_secret(string name, string expected) =>
        Assert.Equal(expected, TypeOfId($"{{ name: {name}, in: query, required: true, schema: {{ type: string }} }}"));

    [Fact]
    public void A_body_in_XML_or_YAML_with_the_schema_of_the_JSON_gets_no_method()
    {
        GeneratorRun run = Run("", "application/json: { schema: { $ref: '#/components/schemas/Pet' } }, "
            + "application/xml: { schema: { $ref: '#/components/schemas/Pet' } }, application/yaml: { schema: { $ref: '#/components/schemas/Pet' } }");

        Assert.Equal(2, run.Diagnostics.Count(static reported => reported.Id == "RTK0034"));
        Assert.DoesNotContain("AsText", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/Pet' } }, application/xml: { schema: { type: string } }")]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/Pet' } }, text/plain: { schema: { $ref: '#/components/schemas/Pet' } }")]
    [InlineData("application/merge-patch+json: { schema: { $ref: '#/components/schemas/Pet' } }, application/apply-patch+yaml: { schema: { type: object } }")]
    public void A_body_that_says_something_else_than_the_JSON_gets_a_method(string content) =>
        Assert.Contains("PingAsTextAsync", Run("", content).AllText, StringComparison.Ordinal);

    private static string TypeOfId(string parameter) => Run(parameter, "").ParametersOf("PingAsync")[0].ParameterType.Name;

    private static GeneratorRun Run(string parameters, string content)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              {{(parameters.Contains("in: path", StringComparison.Ordinal) ? "/ping/{id}" : "/ping")}}:
                post:
                  operationId: ping
                  parameters: [{{parameters}}]
                  {{(content.Length == 0 ? "" : $"requestBody: {{ required: true, content: {{ {content} }} }}")}}
                  responses: { '204': { description: ok } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
            """);
        run.AssertCompiles();
        return run;
    }
}
