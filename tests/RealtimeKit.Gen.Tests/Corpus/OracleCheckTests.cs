using System.Text.Json.Nodes;
using NSwag;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Checks.Oracle;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class OracleCheckTests : IDisposable
{
    private const string Api = """
        { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": {
          "parameters": [ { "name": "p", "in": "query", "required": true, "schema": { "type": "string" } } ],
          "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": {
            "type": "object", "required": [ "a" ],
            "properties": { "a": { "type": "string", "nullable": true }, "b": { "type": "string", "enum": [ "x", "y" ] } } } } } } } } } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-oracle-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("\"get\"", "\"put\"", "operation missing")]
    [InlineData("\"name\": \"p\"", "\"name\": \"q\"", "parameter missing")]
    [InlineData("\"in\": \"query\"", "\"in\": \"header\"", "parameter missing")]
    [InlineData("\"required\": true", "\"required\": false", "parameter required or not")]
    [InlineData("\"200\"", "\"201\"", "response missing")]
    [InlineData("\"application/json\"", "\"text/json\"", "media type missing")]
    [InlineData("\"b\": {", "\"c\": {", "property missing")]
    [InlineData("[ \"a\" ]", "[ \"b\" ]", "property required or not")]
    [InlineData("\"nullable\": true", "\"nullable\": false", "nullable")]
    [InlineData("\"a\": { \"type\": \"string\"", "\"a\": { \"type\": \"integer\"", "type")]
    [InlineData("\"y\" ]", "\"z\" ]", "enum values")]
    public async Task A_difference_is_found_and_named(string old, string other, string kind)
    {
        OpenApiDocument read = await OpenApiDocument.FromJsonAsync(Api, TestContext.Current.CancellationToken);
        OpenApiDocument filled = await OpenApiDocument.FromJsonAsync(Api.Replace(old, other, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var comparison = new DocumentComparison(
            JsonNode.Parse(Api)!, read, filled, new Dictionary<OpenApiParameter, ParameterTraits>(), TestContext.Current.CancellationToken);
        comparison.Run();

        Assert.Contains(comparison.Differences, difference => difference.Kind == kind && !difference.IsExplained);
    }

    [Fact]
    public void A_document_that_both_read_alike_agrees()
    {
        CheckResult result = Run(Api);

        Assert.Equal((CheckStatus.Holds, "agrees"), (result.Status, result.Label));
        Assert.Contains("1 operations, 1 parameters", result.Counts);
    }

    [Theory]
    [InlineData("{ $ref: 'http://127.0.0.1:9/a.yaml' }", "not handed over")]
    [InlineData("{ $ref: '#/components/schemas/Gone' }", "not read by the generator")]
    [InlineData("{ type: [string, null] }", "agrees")]
    [InlineData("{ type: array, prefixItems: [{ type: string }] }", "agrees but for kinds")]
    public void A_document_has_a_label(string schema, string label) => Assert.Equal(label, Run($$"""
        openapi: 3.1.0
        paths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } } } }
        """).Label);

    [Fact]
    public void A_kind_that_is_explained_says_why() => Assert.All(
        typeof(DifferenceKind).GetFields().Select(static field => field.GetValue(null)).OfType<DifferenceKind>(),
        static kind => Assert.True(kind.Reason is null or { Length: > 20 }, kind.Name));

    private CheckResult Run(string text)
    {
        string file = Path.Combine(_folder, "api.yaml");
        File.WriteAllText(file, text);
        return new OracleCheck(static _ => { })
            .Run(new DocumentRequest("api.yaml", file, _folder, DocumentRole.Positive, text.Length), TestContext.Current.CancellationToken);
    }
}
