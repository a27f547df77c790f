using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Checks.Stability;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Tests.Corpus;

public class StabilityCheckTests
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_public_api_is_types_and_members_without_their_bodies()
    {
        string[] lines = Api("""
            namespace N
            {
                public sealed partial record A : B { public required string P { get; init; } = ""; private int Q; public static implicit operator A(int x) => new(); protected A() { } }
                public enum E { One = 1 }
                internal class C { public int X; }
                partial class A2 { public int Y(int a = 1) => a; }
            }
            """);

        Assert.Equal(
            [
                "ClassDeclaration N.A2 ", "EnumDeclaration N.E ", "N.A.protected A ( )", "N.A.public required string P { get init }",
                "N.A.public static implicit operator A ( int x )",
                "N.A2.public int Y ( int a = 1 )", "N.E.One= 1", "RecordDeclaration N.A : B",
            ],
            lines);
    }

    [Fact]
    public void The_inserted_names_collide_with_existing_ones()
    {
        JsonNode document = JsonNode.Parse("""{ "openapi": "3.0.3", "components": { "schemas": { "PetFood": {}, "pet_toy": {} } } }""")!;

        Dictionary<string, Insertion> insertions = Insertions.For(document, ["PetFood", "PetToy", "PetFoodKind"])
            .ToDictionary(static insertion => insertion.Kind);

        Assert.Contains("pet_food", insertions["another case of a component"].Names);
        Assert.Contains("pet-toy", insertions["another spelling of a component that is respelled"].Names);
        Assert.Equal(["PetToy"], insertions["the C# name of a component that is respelled"].Names);
        Assert.Equal(["PetFoodKind"], insertions["the name of a type that is no component"].Names);
    }

    [Fact]
    public void Inserted_schemas_are_added_to_the_old_ones_and_may_be_used()
    {
        JsonNode document = JsonNode.Parse("""{ "swagger": "2.0", "definitions": { "A": {} }, "paths": {} }""")!;
        var insertion = new Insertion("any", ["B/C"], IsTold: false);

        JsonNode used = insertion.Into(document, isUsed: true);

        Assert.Equal(["A", "B/C"], used["definitions"]!.AsObject().Select(static entry => entry.Key));
        Assert.Contains("#/definitions/B~1C", Uri.UnescapeDataString(used["paths"]!.ToJsonString()));
        Assert.Empty(insertion.Into(document, isUsed: false)["paths"]!.AsObject());
        Assert.Single(document["definitions"]!.AsObject());
    }

    [Theory]
    [InlineData("operations with ids that read alike")]
    [InlineData("operations with the names of derived methods")]
    [InlineData("another tag in front")]
    [InlineData("parameters of one name in another place")]
    [InlineData("members that read alike")]
    [InlineData("another alternative in front")]
    [InlineData("inline schemas that become components")]
    [InlineData("bodies that become components")]
    [InlineData("alternatives that become components")]
    public void Each_later_version_renames_something_without_a_names_file(string kind)
    {
        JsonNode document = JsonNode.Parse(Changing)!;

        LaterVersion version = LaterVersions.Of(document).Single(version => version.Kind == kind);

        Assert.NotEmpty(NamesOf(document).Except(NamesOf(version.Document)));
    }

    [Theory]
    [InlineData("alternatives in the opposite order", """{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","required":["a"]""")]
    [InlineData("a charset in the media type", "application/json; charset=utf-8")]
    [InlineData("references in a wrapper", """{"schema":{"description":"Wrapped","allOf":[{"$ref":"#/components/schemas/Pet"}]}""")]
    public void A_later_version_says_the_same_in_another_way(string kind, string changed)
    {
        JsonNode later = LaterVersions.Of(JsonNode.Parse(Changing)!).Single(version => version.Kind == kind).Document;

        Assert.Contains(changed, JsonNode.Parse(later.ToJsonString())!.ToJsonString(_plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_that_are_one_type_become_one_component()
    {
        JsonNode document = JsonNode.Parse("""
            { "components": { "schemas": { "Any": true, "Same": { "type": "object", "properties": { "a": {} } } } }, "paths": { "/pets": { "get": {
              "parameters": [{ "name": "filter", "in": "query", "schema": { "type": "object", "properties": { "a": {} } } }],
              "responses": { "200": { "content": { "application/json": { "schema": { "type": "object", "description": "x", "properties": { "a": {} } } } } } } } } } }
            """)!;

        JsonNode later = LaterVersions.Of(document).Single(static version => version.Kind == "bodies that become components").Document;

        JsonNode get = later["paths"]!["/pets"]!["get"]!;
        Assert.StartsWith("#/components/schemas/RtkMoved", get["parameters"]![0]!["schema"]!["$ref"]?.ToString(), StringComparison.Ordinal);
        Assert.Equal(get["parameters"]![0]!["schema"]!.ToJsonString(), get["responses"]!["200"]!["content"]!["application/json"]!["schema"]!.ToJsonString());
        Assert.NotNull(later["components"]!["schemas"]!["Same"]!["properties"]);
    }

    [Fact]
    public void An_operation_in_front_shares_the_response_of_another()
    {
        JsonNode later = LaterVersions.Of(JsonNode.Parse(Changing)!).Single(static version => version.Kind == "operations in front that share a response").Document;

        KeyValuePair<string, JsonNode?> first = later["paths"]!.AsObject().First();
        Assert.StartsWith("/0rtk/", first.Key);
        Assert.Contains("oneOf", first.Value!.ToJsonString());
    }

    [Fact]
    public void A_document_without_renamed_types_is_stable()
    {
        CheckResult result = Check(DeterminismSpec.Yaml);

        Assert.True(result.Status == CheckStatus.Holds, CheckRun.LineOf(result));
        Assert.Contains("schemas inserted", result.Counts);
    }

    [Fact]
    public void A_type_that_a_schema_shares_with_one_of_another_file_can_be_divided()
    {
        const string Choice = "{ type: array, items: { type: string, enum: [placed, sent] } }";
        CheckResult result = Check(
            $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /things:
                get:
                  parameters:
                    - { name: kind, in: query, schema: { $ref: other.yaml } }
                    - { name: like, in: query, schema: {{Choice}} }
                  responses: { '204': { description: ok } }

            """,
            Choice);

        Assert.Contains("members that read alike", CheckRun.LineOf(result), StringComparison.Ordinal);
        Assert.True(result.Status == CheckStatus.Holds, CheckRun.LineOf(result));
    }

    private static CheckResult Check(string document, string? other = null)
    {
        string folder = Directory.CreateTempSubdirectory("rtk-stable-").FullName;
        try
        {
            string file = Path.Combine(folder, "api.yaml");
            File.WriteAllText(file, document);
            if (other is not null)
            {
                File.WriteAllText(Path.Combine(folder, "other.yaml"), other);
            }

            return new StabilityCheck()
                .Run(new DocumentRequest("api.yaml", file, folder, DocumentRole.Positive, 1), TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Changing = """
        { "openapi": "3.0.3", "info": { "title": "Changing", "version": "1" }, "paths": { "/pets": { "get": {
          "operationId": "listPets", "tags": ["pets"],
          "parameters": [{ "name": "X-Limit", "in": "header", "schema": { "type": "integer" } }],
          "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "b": { "type": "string" } } } } } },
          "responses": { "201": { "description": "ok", "content": { "text/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } }, "200": { "description": "ok", "content": { "application/json": { "schema": { "oneOf": [
            { "type": "object", "required": ["a"], "properties": { "a": { "$ref": "#/components/schemas/Pet" } } },
            { "type": "object", "properties": { "a": { "type": "string" } } } ] } }, "text/plain": {} } } } } } },
          "components": { "schemas": { "Pet": { "type": "object", "properties": {
            "fur": { "type": "string", "enum": ["black", "white"] }, "toy": { "type": "object", "properties": { "x": { "type": "string" } } } } } } } }
        """;

    private static IReadOnlySet<string> NamesOf(JsonNode document)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        EmittedClient client = EmittedClient.Of([new SpecItem(new SpecFile("/project/api.json", document.ToJsonString()), SpecItem.Spec)], cancellation);
        return PublicApi.NamesOf(client.Sources.Values.Select(static source => source.SyntaxTree), withTypes: true, cancellation);
    }

    private static string[] Api(string source) =>
        PublicApi.Of([CSharpSyntaxTree.ParseText(source)], TestContext.Current.CancellationToken).Order(StringComparer.Ordinal).ToArray();
}
