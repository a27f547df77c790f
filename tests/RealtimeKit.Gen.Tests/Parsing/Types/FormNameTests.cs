using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Checks the names of records that are sent as forms.</summary>
public sealed class FormNameTests
{
    [Fact]
    public void A_component_that_only_forms_use_keeps_its_name() => AssertBodies(
        "LoginForm", "UploadForm", "LoginForm: { type: object, required: [user], properties: { user: { type: string } } }", response: "");

    [Fact]
    public void A_component_that_is_received_as_JSON_too_is_another_type_than_its_form() => AssertBodies(
        "LoginFormForm",
        "UploadForm",
        "LoginForm: { type: object, properties: { user: { type: string } } }",
        response: ", content: { application/json: { schema: { $ref: '#/components/schemas/LoginForm' } } }");

    private static void AssertBodies(string login, string upload, string component, string response)
    {
        string form = "application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/LoginForm' } }";
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.1
            info: { title: Small, version: '1' }
            paths:
              /login:
                post:
                  operationId: Login
                  requestBody: { required: true, content: { {{form}} } }
                  responses: { '200': { description: ok{{response}} } }
              /upload:
                post:
                  operationId: UploadForm
                  requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/UploadForm' } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                {{component}}
                UploadForm: { type: object, properties: { title: { type: string }, cover: { type: string, format: binary } } }
            """);
        run.AssertCompiles();
        Assert.Contains($"LoginAsync(_api::{login} request", run.AllText, StringComparison.Ordinal);
        Assert.Contains($"UploadFormAsync(_api::{upload} request", run.AllText, StringComparison.Ordinal);
    }
}
