using System.Text.Json.Nodes;
using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Mutating;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class MutatedDocumentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-originals-").FullName;

    public MutatedDocumentsTests()
    {
        Write("a.yaml", """
            openapi: 3.0.3
            info: { title: A, version: '1' }
            paths:
              /pets: { get: { operationId: listPets, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
            components: { schemas: { Pet: { type: object, properties: { name: { type: string }, age: { type: integer } } } } }
            """);
        Write("b.json", """
            { "swagger": "2.0", "info": { "title": "B", "version": "1" }, "definitions": { "Cat": { "type": "object", "properties": { "name": { "type": "string" } } } },
              "paths": { "/cats": { "get": { "responses": { "200": { "description": "d", "schema": { "$ref": "#/definitions/Cat" } } } } } } }
            """);
        Write("two-files.yaml", "openapi: 3.0.3\ninfo: { title: C, version: '1' }\npaths: { /c: { $ref: 'a.yaml#/paths/~1pets' } }\n");
        Write("words.yaml", "not: a document\n");
        Write("large.json", $$"""{ "openapi": "3.0.3", "info": { "title": "{{new string('L', 40_000)}}", "version": "1" }, "paths": { } }""");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_seed_damages_the_same_documents_in_the_same_way()
    {
        string[] texts = TextsOf(seed: 1, count: 40);

        Assert.Equal(40, texts.Length);
        Assert.Equal(texts, TextsOf(seed: 1, count: 40));
        Assert.NotEqual(texts, TextsOf(seed: 2, count: 40));
        Assert.True(texts.Distinct().Count() > 30);
    }

    [Fact]
    public void Documents_in_YAML_and_JSON_are_damaged_but_not_large_ones_and_not_those_that_need_other_files()
    {
        string[] texts = TextsOf(seed: 3, count: 60);

        Assert.All(texts, static text => Assert.True(JsonNode.Parse(text) is JsonObject document && (document["openapi"] ?? document["swagger"]) is not null));
        Assert.Contains(texts, static text => text.Contains("\"3.0.3\"", StringComparison.Ordinal));
        Assert.Contains(texts, static text => text.Contains("\"2.0\"", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, static text => text.Contains("LLLL", StringComparison.Ordinal) || text.Contains("a.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_edit_occurs()
    {
        string all = string.Concat(TextsOf(seed: 4, count: 300));

        Assert.All(
            ["\"type\": true", "\"$ref\": \"#/components/schemas/Pet\"", "\"anyOf\"", "\"name2\"", "\"properties\": []", "1e999"],
            word => Assert.Contains(word, all));
    }

    [Fact]
    public void Only_documents_that_failed_are_kept_and_their_folder_is_printed()
    {
        MutatedDocuments mutated = Mutate(seed: 5, count: 10);
        using var output = new StringWriter();
        string name = mutated.Requests[3].Name;

        mutated.Keep([name], output);

        Assert.Equal(Path.Combine(mutated.Folder, name), Assert.Single(Directory.GetFiles(mutated.Folder)));
        Assert.Contains(mutated.Folder, output.ToString());

        mutated.Keep([], output);

        Assert.False(Directory.Exists(mutated.Folder));
    }

    private static string[] Read(MutatedDocuments mutated) => mutated.Requests.Select(static request => File.ReadAllText(request.File)).ToArray();

    private string[] TextsOf(int seed, int count)
    {
        MutatedDocuments mutated = Mutate(seed, count);
        string[] texts = Read(mutated);
        mutated.Keep([], TextWriter.Null);
        return texts;
    }

    private MutatedDocuments Mutate(int seed, int count) =>
        MutatedDocuments.Create(new Mutation(seed, count), new DocumentFinder(new CorpusOptions { Paths = [_folder] }).Find());

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
