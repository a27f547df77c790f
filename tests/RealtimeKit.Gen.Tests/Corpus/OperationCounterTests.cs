using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Tests.Corpus;

public class OperationCounterTests
{
    private const string Root = "/docs/api.yaml";

    [Fact]
    public void Methods_count_and_other_keys_of_a_path_item_do_not()
    {
        IReadOnlyList<DescribedOperation> operations = Count("""
            openapi: 3.0.3
            paths:
              /a:
                summary: A
                parameters: []
                servers: []
                x-get: {}
                get: { operationId: read }
                trace: {}
                query: {}
                post: not a mapping
            """);

        Assert.Equal(["GET /a", "TRACE /a"], operations.Select(static operation => operation.ToString()));
        Assert.Equal("read", operations[0].OperationId);
    }

    [Fact]
    public void Methods_of_3_2_count_only_there()
    {
        const string Paths = "paths: { /a: { query: {}, additionalOperations: { COPY: {} } } }";

        Assert.Equal(["QUERY /a", "COPY /a"], Count("openapi: 3.2.0\n" + Paths).Select(static operation => operation.ToString()));
        Assert.Empty(Count("openapi: 3.1.0\n" + Paths));
    }

    [Fact]
    public void Trace_is_no_method_of_Swagger_2() =>
        Assert.Equal(["GET /a"], Count("swagger: '2.0'\npaths: { /a: { get: {}, trace: {} } }").Select(static operation => operation.ToString()));

    [Fact]
    public void A_path_item_that_is_a_reference_is_followed_into_another_file()
    {
        var operations = Count(
            "openapi: 3.1.0\npaths: { '/a~b': { $ref: 'more/paths.json#/x~0y~1z' } }",
            ("/docs/more/paths.json", """{ "x~y/z": { "$ref": "#/w" }, "w": { "get": {}, "put": {} } }"""));

        Assert.Equal(["GET /a~b", "PUT /a~b"], operations.Select(static operation => operation.ToString()));
        Assert.All(operations, static operation => Assert.Equal("/docs/more/paths.json", operation.File));
    }

    [Fact]
    public void A_path_item_that_refers_to_itself_ends() =>
        Assert.Empty(Count("openapi: 3.1.0\npaths: { /a: { $ref: '#/paths/~1a' } }"));

    [Theory]
    [InlineData("openapi: 3.0.0\npaths:\n  /a:\n    get:\n      tags: []\n  /b:\n    put: {}\n")]
    [InlineData("{\"openapi\": \"3.0.0\", \"paths\":\n{\"/a\":\n{\n\"get\": {}},\n\n\"/b\": {\"put\": {}}}}")]
    public void Lines_of_a_path_item_are_known(string text)
    {
        IReadOnlyList<DescribedOperation> operations = Count(text);

        Assert.InRange(operations[0].FirstLine, 3, 4);
        Assert.InRange(operations[1].FirstLine, 6, 7);
        Assert.True(operations[0].LastLine >= operations[0].FirstLine && operations[0].LastLine < operations[1].LastLine);
    }

    private static IReadOnlyList<DescribedOperation> Count(string text, params (string File, string Text)[] others)
    {
        var trees = others.ToDictionary(static other => other.File, static other => TreeReader.Read(other.Text));
        trees.Add(Root, TreeReader.Read(text));
        return new OperationCounter(new TreeSet(Root, trees)).Count();
    }
}
