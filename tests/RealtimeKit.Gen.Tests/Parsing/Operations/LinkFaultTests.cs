using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Reports links to nothing, and encodings of fields that a form does not have.</summary>
public class LinkFaultTests
{
    [Theory]
    [InlineData("{ operationId: loook, parameters: { id: $response.body } }",
        "The link 'next' refers to the operation 'loook', which the document does not have (did you mean 'look'?); it is left out")]
    [InlineData("{ operationId: elsewhere }", "The link 'next' refers to the operation 'elsewhere', which the document does not have; it is left out")]
    [InlineData("{ operationId: look, parameters: { idd: $response.body } }",
        "The link 'next' fills the parameter 'idd', which the operation 'look' does not have (did you mean 'id'?); it is left out")]
    [InlineData("{ operationId: look, operationRef: '#/paths/~1u~1{id}/get' }",
        "The operationRef of the link 'next' is not used, because the link has an operationId; it is left out")]
    [InlineData("{ operationRef: '#/paths/~1x/get' }", "The link 'next' refers to '#/paths/~1x/get', which the document does not have; it is left out")]
    [InlineData("{ parameters: { id: 1 } }", "The link 'next' has neither an operationId nor an operationRef, so it refers to no operation; it is left out")]
    public void A_link_that_cannot_be_followed_is_reported(string link, string message)
    {
        Reported reported = GeneratorRunner.Run(Spec(link)).AssertReports("RTK0035", line: 11);

        Assert.Equal(message, reported.Message);
    }

    [Theory]
    [InlineData("{ operationId: look, parameters: { id: $response.body } }")]
    [InlineData("{ operationId: look, parameters: { path.id: $response.body, query.q: 1, Query.q: 1 } }")]
    [InlineData("{ operationId: look, parameters: { Q: 1 } }")]
    [InlineData("{ operationRef: '#/paths/~1u~1{id}/get', parameters: { id: $response.body } }")]
    [InlineData("{ operationRef: 'https://a.example/openapi.json#/paths/~1x/get', parameters: { any: 1 } }")]
    [InlineData("{ operationRef: '#/paths/~1u~1%7Bid%7D/get' }")]
    public void A_link_that_can_is_not(string link) => GeneratorRunner.Run(Spec(link)).AssertNoDiagnostics();

    [Fact]
    public void An_operation_that_a_filter_leaves_out_is_in_the_document() =>
        Assert.DoesNotContain(
            GeneratorRunner.Run(Spec("{ operationId: look, parameters: { any: 1 } }"), new Dictionary<string, string> { ["Operations"] = "make" }).Diagnostics,
            static diagnostic => diagnostic.Id == "RTK0035");

    [Theory]
    [InlineData("nmae", "The 'encoding' of 'nmae' has no effect, because the form has no such property (did you mean 'name'?); it is left out")]
    [InlineData("elsewhere", "The 'encoding' of 'elsewhere' has no effect, because the form has no such property; it is left out")]
    public void An_encoding_of_a_field_that_the_form_does_not_have_is_reported(string field, string message)
    {
        Reported reported = GeneratorRunner.Run(Form(field, "")).AssertReports("RTK0035", line: 11);

        Assert.Equal(message, reported.Message);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("other", ", additionalProperties: { type: string }")]
    [InlineData("part", ", allOf: [{ type: object, properties: { part: { type: string } } }]")]
    public void An_encoding_of_a_field_that_it_may_have_is_not(string field, string more) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Form(field, more)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0035");

    private static string Form(string field, string more) => $$"""
        openapi: 3.0.3
        info: { title: Form, version: '1' }
        paths:
          /a:
            post:
              operationId: a
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { name: { type: string } }{{more}} }
                    encoding: { {{field}}: { contentType: text/plain } }
              responses: { '204': { description: ok } }
        """;

    private static string Spec(string link) => $$"""
        openapi: 3.0.3
        info: { title: Links, version: '1' }
        paths:
          /u:
            post:
              operationId: make
              responses:
                '201':
                  description: ok
                  content: { application/json: { schema: { type: integer } } }
                  links: { next: {{link}} }
          /u/{id}:
            get:
              operationId: look
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }, { name: q, in: query, schema: { type: integer } }]
              responses: { '204': { description: ok } }
        """;
}
