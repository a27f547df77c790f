using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Tests.Running;
using RealtimeKit.Gen.Tests.Support;

namespace RealtimeKit.Gen.Tests.Reading.Keys;

/// <summary>Keys that no version of OpenAPI has at their place are reported. Data and extensions are not.</summary>
public class UnknownKeyTests
{
    /// <summary>Every object has a misspelt key, and the mark names the right key.</summary>
    private const string Everything = """
        openapi: 3.0.3
        servr: []                     # servers, OpenAPI Object
        info:
          title: Keys
          version: '1'
          licence: {}                 # license, Info Object
          contact: { name: a, mail: b@example.com } # email, Contact Object
          license: { name: a, uri: b } # url, License Object
        servers:
          - url: https://{region}.example.com
            desciption: One           # description, Server Object
            variables:
              region: { default: eu, enums: [eu, us] } # enum, Server Variable Object
        tags:
          - name: Things
            externaldocs: {}          # externalDocs, Tag Object
            externalDocs: { uri: https://example.com, url: https://example.com } # url, External Documentation Object
        security: [ { key: [] } ]
        paths:
          /things/{id}:
            paramters: []             # parameters, Path Item Object
            parameters:
              - { name: id, in: path, requird: true, required: true, schema: { type: string } } # required, Parameter Object
            post:
              operationid: add        # operationId, Operation Object
              requestbody: {}         # requestBody, Operation Object
              tags: [Things]
              requestBody:
                contents: {}          # content, Request Body Object
                content:
                  multipart/form-data:
                    shema: {}         # schema, Media Type Object
                    schema: { type: object, properties: { file: { type: string, format: binary } } }
                    encoding: { file: { contenttype: image/png, contentType: image/png } } # contentType, Encoding Object
              responses:
                '200':
                  descripton: Fine    # description, Response Object
                  description: Fine
                  headers: { X-Rate: { shcema: {}, schema: { type: integer } } } # schema, Header Object
                  content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
                  links: { next: { operationID: add, operationId: add } } # operationId, Link Object
              callbacks:
                done:
                  '{$request.body#/url}':
                    post:
                      respones: {}    # responses, Operation Object
                      responses: { '204': { description: Read } }
        components:
          schema: {}                  # schemas, Components Object
          securitySchemes:
            key: { type: oauth2, flow: {}, flws: {}, flows: { clientcredentials: {}, clientCredentials: { tokenURL: a, tokenUrl: https://example.com, scopes: {} } } } # flows, Security Scheme Object
          schemas:
            Thing:
              propertes: {}           # properties, Schema Object
              type: object
              properties:
                kind: { typ: string, type: string } # type, Schema Object
                list: { type: array, items: { allof: [], type: string } } # allOf, Schema Object
              discriminator: { propertyname: kind, propertyName: kind } # propertyName, Discriminator Object
              xml: { nam: thing }     # name, XML Object
            Case:
              allOf: [ { $ref: '#/components/schemas/Thing' }, { type: object, requierd: [a] } ] # required, Schema Object
            Unreached: { propertes: {} }
        """;

    [Fact]
    public void Each_object_has_its_keys()
    {
        (int Line, string Meant, string Object)[] expected = Everything.Split('\n')
            .Select(static (line, index) => (Line: index + 1, Words: line.Split(" # ")))
            .Where(static line => line.Words.Length == 2)
            .Select(static line => (line.Line, line.Words[1].Split(", ")[0].Trim(), line.Words[1].Split(", ")[1].Trim()))
            .ToArray();

        Reported[] reported = GeneratorRunner.Run(Everything).Diagnostics.Where(
            static diagnostic => diagnostic.Id == "RTK0060" || diagnostic.Message.Contains("not a field of the path item", StringComparison.Ordinal)).ToArray();

        Assert.All(expected, one => Assert.Contains(reported, diagnostic =>
            diagnostic.Line == one.Line && diagnostic.Message.Contains($"did you mean '{one.Meant}'?", StringComparison.Ordinal)
            && (one.Object == "Path Item Object" || diagnostic.Message.Contains(one.Object, StringComparison.Ordinal))));
        Assert.Equal(expected.Select(static one => one.Line),
            reported.Where(static diagnostic => !diagnostic.Message.Contains("'clientcredentials'", StringComparison.Ordinal)
                && !diagnostic.Message.Contains("'tokenURL'", StringComparison.Ordinal)).Select(static diagnostic => diagnostic.Line).Order());
    }

    [Fact]
    public void Data_and_extensions_are_no_keys()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            x-anything: { propertes: { typ: a } }
            info: { title: Data, version: '1', x-logo: { requird: true } }
            paths:
              x-groups: { resonses: {} }
              /things:
                get:
                  x-codeSamples: [ { descripton: a } ]
                  operationId: get_things
                  parameters: [ { name: q, in: query, schema: { type: string }, examples: { responze: { valu: 1 } } } ]
                  responses:
                    x-status: { descripton: a }
                    '200':
                      description: Fine
                      headers: { Requird: { schema: { type: string } } }
                      content:
                        application/json:
                          example: { propertes: 1, requird: [a] }
                          schema: { $ref: '#/components/schemas/propertes' }
            components:
              x-parts: { schmas: {} }
              schemas:
                propertes:
                  type: object
                  x-order: { typ: 1 }
                  required: [typ]
                  properties:
                    typ: { type: string, enum: [requird, propertes], default: requird, example: requird }
                    requird: { type: object, additionalProperties: { type: string }, default: { typ: a }, example: { allof: a } }
            """);

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0060" or "RTK0035");
    }

    [Theory]
    [InlineData("3.0.3", "{ type: string, const: a }")]
    [InlineData("3.1.0", "{ type: string, nullable: true }")]
    [InlineData("3.0.3", "{ type: object, patternProperties: { '^a': { type: string } }, $comment: a, definitions: {}, dependencies: { a: [b] } }")]
    [InlineData("3.1.0", "{ type: object, ownKeyword: 1, note: a, foo: { typ: a }, text: b, kind: c, $key: d, $set: e, $data: f }")]
    public void A_key_of_another_version_and_another_vocabularys_keyword_are_known(string version, string schema) =>
        Assert.DoesNotContain(
            GeneratorRunner.Run(SpecTexts.WithResponse(schema).Edit("3.0.3", version)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0060");

    [Theory]
    [InlineData("requird: [a]", "required")]
    [InlineData("tpye: object", "type")]
    [InlineData("additional_properties: false", "additionalProperties")]
    [InlineData("addtionalProperties: false", "additionalProperties")]
    [InlineData("enums: [a]", "enum")]
    [InlineData("anyof: []", "anyOf")]
    [InlineData("ref: '#/a'", "$ref")]
    [InlineData("$reff: '#/a'", "$ref")]
    [InlineData("$refs: '#/a'", "$ref")]
    [InlineData("$re: '#/a'", "$ref")]
    [InlineData("$rf: '#/a'", "$ref")]
    [InlineData("$eref: '#/a'", "$ref")]
    [InlineData("$refer: '#/a'", "$ref")]
    [InlineData("$def: {}", "$defs")]
    [InlineData("$type: object", "type")]
    [InlineData("defs: {}", "$defs")]
    [InlineData("min-length: 1", "minLength")]
    [InlineData("property: {}", "properties")]
    public void In_json_schema_a_keyword_that_looks_like_a_misspelling_is_reported(string keyword, string meant)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {keyword} }}").Edit("3.0.3", "3.1.0")).AssertReports("RTK0060");

        Assert.Equal(12, reported.Line);
        Assert.Contains($"did you mean '{meant}'?", reported.Message);
    }

    [Fact]
    public void Swagger_has_its_own_keys()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            swagger: '2.0'
            info: { title: Keys, version: '1' }
            basepath: /v1
            paths:
              /things:
                get:
                  operationId: get_things
                  produce: [application/json]
                  parameters: [ { name: q, in: query, type: array, items: { type: string, patern: a }, colectionFormat: csv } ]
                  responses: { '200': { description: Fine, shema: { type: string }, headers: { X-A: { type: string, fromat: uuid } } } }
            """);

        Assert.Equal(
            ["basePath", "collectionFormat", "format", "pattern", "produces", "schema"],
            run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0060")
                .Select(static diagnostic => diagnostic.Message.Split("did you mean '")[1].Split('\'')[0])
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("openapi: 3.0.3", "schemas: {}", "components: { schemas: … }")]
    [InlineData("openapi: 3.1.0", "securitySchemes: {}", "components: { securitySchemes: … }")]
    [InlineData("swagger: '2.0'", "schemas: {}", "schemes")]
    [InlineData("openapi: 3.0.3", "component: {}", "components")]
    public void A_key_of_another_version_was_not_meant(string version, string key, string meant) => Assert.Contains(
        $"did you mean '{meant}'?",
        GeneratorRunner.Run($$"""
            {{version}}
            info: { title: Keys, version: '1' }
            {{key}}
            paths: { /a: { get: { operationId: a, responses: { '204': { description: Fine } } } } }
            """).AssertReports("RTK0060", line: 3).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("scheme: [https]")]
    [InlineData("basepath: /v1")]
    [InlineData("definition: {}")]
    public void Nor_is_one_suggested_that_has_no_effect(string key) => Assert.DoesNotContain(
        "did you mean",
        GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Keys, version: '1' }
            {{key}}
            paths: { /a: { get: { operationId: a, responses: { '204': { description: Fine } } } } }
            """).AssertReports("RTK0060", line: 3).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_the_filter_leaves_out_is_not_looked_at()
    {
        GeneratorRun run = GeneratorRunner.Run(
            """
            openapi: 3.0.3
            info: { title: Keys, version: '1' }
            paths:
              /a: { get: { operationId: a, responses: { '204': { description: Fine } } } }
              /b: { get: { operationId: b, response: {} } }
            """,
            new Dictionary<string, string> { ["Operations"] = "a" });

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0060");
    }

    [Fact]
    public void Many_reports_of_one_key_show_the_first_places_and_their_number()
    {
        string schemas = string.Concat(Enumerable.Range(0, 300).Select(static i => $"a{i}: {{ typ: string }}, "));

        Reported[] reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ {schemas} }} }}")).Diagnostics.Where(
            static diagnostic => diagnostic.Id == "RTK0060").ToArray();

        Assert.Equal(10, reported.Length);
        Assert.EndsWith("(and in 290 more places)", reported[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_aliases_share_is_reported_once()
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, properties: { a: &a { typ: string }, b: *a, c: { <<: *a } } }"));

        Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0060");
    }

    /// <summary>Ensures that no keyword of a specification is reported.</summary>
    [Fact]
    public void Every_keyword_of_every_version_is_known()
    {
        foreach (string line in SpecificationKeywords.All)
        {
            string name = line.Split(": ")[0];
            string keyword = line.Split(": ")[1].Split(" of ")[0];
            if (name is "Items Object")
            {
                name = "Schema Object";
            }

            if (keyword[0] is '{' or '/' || keyword is "true" or "false" or "collectionFormat" or "default"
                || name is "Example Object" or "Reference Object" or "Paths Object")
            {
                continue;
            }

            Assert.True(ObjectKinds.Of(name).Keys.ContainsKey(keyword), line);
        }
    }
}
