using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Parameters and bodies of operations, and the diagnostics of parts without an effect.</summary>
public class OperationTests
{
    [Fact]
    public void A_document_of_webhooks_alone_gives_their_readers()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.1.0
            info: { title: Hooks, version: '1' }
            webhooks:
              newPet:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                  responses: { '200': { description: ok } }
                put:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                  responses: { '200': { description: ok } }
            components: { schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } } }
            """).AssertNoDiagnostics();

        Assert.Contains("Pet ParseNewPet(", run.AllText);
        Assert.Contains("Pet ParseNewPetPut(", run.AllText);
    }

    [Theory]
    [InlineData("get: { responses: { '200': { description: ok } } }", "RTK0034", "it has no payload")]
    [InlineData("post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object } } } }, responses: { '200': { description: ok } } }", "RTK0032", "the reader of 'newPet' is left out")]
    public void A_webhook_that_gives_no_reader_is_reported(string pathItem, string id, string why)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Hooks, version: '1' }
            webhooks:
              newPet:
                {{pathItem}}
            """);

        Assert.Contains(why, run.AssertReports(id).Message);
    }

    [Theory]
    [InlineData("204")]
    [InlineData("205")]
    public void A_status_that_HTTP_gives_no_body_has_no_result_whatever_the_document_says(string status)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Api, version: '1' }
            paths:
              /products/{id}:
                delete:
                  operationId: deleteProduct
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer, format: int32 } }]
                  responses: { '{{status}}': { description: none, content: { application/json: {}, text/json: { schema: { type: string } } } } }
            """).AssertNoDiagnostics();

        Assert.Contains("public virtual _tasks::Task DeleteProductAsync(int id,", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_keeps_webhooks_by_name_and_says_what_it_left_out()
    {
        GeneratorRun run = GeneratorRunner.Run(
            """
            openapi: 3.1.0
            info: { title: Hooks, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '204': { description: ok } } } }
              /b: { get: { operationId: b, responses: { '204': { description: ok } } } }
            webhooks:
              kept: { post: { requestBody: { content: { application/json: { schema: { type: boolean } } } }, responses: { '200': { description: ok } } } }
              lost: { post: { requestBody: { content: { application/json: { schema: { type: boolean } } } }, responses: { '200': { description: ok } } } }
            """,
            new Dictionary<string, string> { ["Operations"] = "a;kept" });

        Assert.Contains("bool ParseKept(", run.AllText);
        Assert.DoesNotContain("ParseLost", run.AllText);
        Assert.Contains("1 of 2 operations and 1 of 2 webhooks were left out by Operations=\"a;kept\"", run.AssertReports("RTK0017").Message);
        Assert.Contains("1 of 2 operations and 1 of 2 webhooks were left out by Operations=\"a;kept\".", run.AllText);
    }

    [Fact]
    public void A_link_names_the_method_that_may_follow()
    {
        string text = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Links, version: '1' }
            paths:
              /users:
                post:
                  operationId: makeUser
                  responses: { '201': { description: ok, links: { Look: { operationId: users/get, parameters: { id: '$response.body#/id' } } } } }
              /users/{id}:
                get:
                  operationId: users/get
                  tags: [users]
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { '204': { description: ok } }
            """).AllText;

        Assert.Contains("Can be followed by Users.GetAsync, with id = $response.body#/id.", text);
    }

    [Theory]
    [InlineData("{ name: a, in: header, style: form, schema: { type: string } }", "'form' is not a style of a parameter in the header")]
    [InlineData("{ name: a, in: query, style: simple, schema: { type: string } }", "'simple' is not a style of a parameter in the query")]
    [InlineData("{ name: a, in: header, allowReserved: true, schema: { type: string } }", "only in a query")]
    [InlineData("{ name: a, in: header, x-ms-skip-url-encoding: true, schema: { type: string } }", "only values in a path or query are in a URL")]
    [InlineData("{ name: a, in: cookie, x-ms-skip-url-encoding: true, schema: { type: string } }", "only values in a path or query are in a URL")]
    [InlineData("{ name: Authorization, in: header, schema: { type: string } }", "the client sets this header itself")]
    public void What_a_parameter_declares_without_effect_is_reported(string parameter, string why)
    {
        GeneratorRun run = WithParameter(parameter);

        Assert.Contains(why, run.AssertReports("RTK0034").Message);
    }

    [Theory]
    [InlineData("{ name: a, in: query }", "string? a = null")]
    [InlineData("{ name: a, in: path, required: true }", "string a,")]
    [InlineData("{ name: a, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } } }",
        "ParameterStyle.SpaceDelimited, explode: false")]
    [InlineData("{ name: a, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }",
        "ParameterStyle.PipeDelimited, explode: false")]
    [InlineData("{ name: a, in: query, style: deepObject, explode: true, schema: { type: object, additionalProperties: { type: string } } }",
        "ParameterStyle.DeepObject, explode: true")]
    [InlineData("{ name: a, in: query, explode: false, schema: { type: array, items: { type: string } } }", "ParameterStyle.Form, explode: false")]
    [InlineData("{ name: a, in: path, required: true, style: label, schema: { type: string } }", "ParameterStyle.Label, false")]
    [InlineData("{ name: a, in: path, required: true, style: matrix, explode: true, schema: { type: array, items: { type: string } } }",
        "ParameterStyle.Matrix, true")]
    [InlineData("{ name: a, in: path, required: true, explode: true, schema: { type: object, additionalProperties: { type: string } } }",
        "ParameterStyle.Simple, true")]
    [InlineData("{ name: a, in: header, explode: true, schema: { type: object, additionalProperties: { type: string } } }", "explode: true")]
    [InlineData("{ name: a, in: cookie, explode: false, schema: { type: array, items: { type: string } } }", ".Cookie(\"a\", ")]
    public void A_parameter_is_serialized_as_its_style_says(string parameter, string expected) =>
        Assert.Contains(expected, WithParameter(parameter).AssertNoDiagnostics().AllText);

    [Fact]
    public void An_operations_own_parameter_wins_over_its_paths()
    {
        string text = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                parameters:
                  - { name: limit, in: query, schema: { type: string } }
                  - { name: all, in: query, schema: { type: boolean } }
                get:
                  operationId: get
                  parameters: [{ name: limit, in: query, schema: { type: integer, format: int32 } }]
                  responses: { '204': { description: ok } }
            """).AssertNoDiagnostics().AllText;

        Assert.Contains("bool? all = null, int? limit = null", text);
    }

    [Fact]
    public void A_tag_that_says_more_than_a_name_is_described_and_its_parent_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            tags: [{ name: inner, summary: The inner ones, parent: outer, kind: nav }]
            paths: { /a: { get: { operationId: get, tags: [inner], responses: { '204': { description: ok } } } } }
            """);

        Assert.Contains("The inner ones", run.AllText);
        Assert.Equal(["kind", "parent"], run.QuotedIn("RTK0034"));
    }

    [Fact]
    public void Schemes_that_the_connection_proves_are_no_credentials_of_a_request()
    {
        string text = GeneratorRunner.Run("""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: get, security: [{ certificate: [], key: [] }, { digest: [] }], responses: { '204': { description: ok } } } }
            components:
              securitySchemes:
                certificate: { type: mutualTLS }
                digest: { type: http, scheme: Digest }
                key: { type: apiKey, in: cookie, name: k }
                open: { type: openIdConnect, openIdConnectUrl: 'https://a.example/.well-known' }
            """).AssertNoDiagnostics().AllText;

        Assert.Matches(@"Security = new string\[\]\[\] \{ new\[\] \{ ""key"" \}, [\w.:]*Array\.Empty<string>\(\) \}", text);
        Assert.Contains("certificate (a client certificate, which", text);
        Assert.Contains("see https://a.example/.well-known", text);
    }

    [Fact]
    public void Parts_by_order_are_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody:
                    content:
                      multipart/mixed:
                        schema: { type: object }
                        prefixEncoding: [{ contentType: text/plain }]
                        itemEncoding: { contentType: text/csv }
                  responses: { '204': { description: ok } }
            """);

        Assert.Equal(["itemEncoding", "prefixEncoding"], run.QuotedIn("RTK0034"));
    }

    /// <summary>The parts have no names. They were sent as the fields of a form.</summary>
    [Fact]
    public void Parts_without_names_are_written_by_the_caller()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody:
                    required: true
                    content:
                      multipart/mixed:
                        itemSchema: { type: object, properties: { x: { type: integer } } }
                  responses: { '204': { description: ok } }
            """);

        Assert.Equal(["itemSchema"], run.QuotedIn("RTK0034"));
        Assert.Contains("SendAsync(_system::IO.Stream content, string contentType", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_encoding_or_a_discriminator_declares_without_effect_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: { type: object, properties: { meta: { type: object, properties: { a: { type: string } } } } }
                        encoding: { meta: { encoding: { a: { contentType: text/plain } }, prefixEncoding: [], itemEncoding: {} } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
            components:
              schemas:
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
                  discriminator: { propertyName: kind, defaultMapping: Bird }
                Cat: { type: object, properties: { kind: { type: string } } }
                Dog: { type: object, properties: { kind: { type: string } } }
            """);

        Assert.Equal(["encoding", "itemEncoding", "prefixEncoding"], run.QuotedIn("RTK0034"));
        Assert.Contains("defaultMapping names Bird", run.AssertReports("RTK0035").Message);
    }

    [Fact]
    public void An_unknown_field_of_a_path_item_is_reported_and_so_is_a_method_in_capitals()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                x-own: 1
                summary: An a
                GET: { operationId: shout, responses: { '204': { description: ok } } }
                fetch: { operationId: fetch, responses: { '204': { description: ok } } }
                get: { operationId: get, responses: { '204': { description: ok } } }
            """);

        Assert.Equal(
            [
                ("RTK0035", 7, "'GET' is not a field of the path item '/a', because methods are written in lower case; it is left out"),
                ("RTK0035", 8, "'fetch' is not a field of the path item '/a'; it is left out"),
            ],
            run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0035")
                .Select(static diagnostic => (diagnostic.Id, diagnostic.Line, diagnostic.Message)));
    }

    private static GeneratorRun WithParameter(string parameter) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a{{(parameter.Contains("in: path", StringComparison.Ordinal) ? "/{a}" : "")}}:
            get:
              operationId: get
              parameters:
                - {{parameter}}
              responses: { '204': { description: ok } }
        """);
}
