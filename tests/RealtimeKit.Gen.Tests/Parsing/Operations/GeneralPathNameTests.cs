using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Names from paths that begin with segments which say nothing, such as those of ASP.NET Core's minimal APIs.</summary>
public class GeneralPathNameTests
{
    [Theory]
    [InlineData("/api/items ", "/api/catalog/brands ", "GetCatalogBrands GetItems")]
    [InlineData("/api/v1/items ", "/api/v2/orders ", "GetItems GetOrders")]
    [InlineData("/api/v1/items ", "/api/v2/items ", "GetApiV1Items GetApiV2Items")]
    [InlineData("/api/items ", "/items ", "GetApiItems GetItems")]
    [InlineData("/api/items ", "/b getItems", "GetApiItems GetItems")]
    [InlineData("/api/items ", "/b Items_Get", "GetItems ItemsGet")]
    [InlineData("/api/items ", "/health ", "GetHealth GetItems")]
    public void What_says_nothing_is_omitted_unless_another_method_is_called_so(string one, string other, string expected)
    {
        Assert.Equal(expected.Split(' '), Run(one, other).MethodNames);
        Assert.Equal(expected.Split(' '), Run(other, one).MethodNames);
    }

    [Fact]
    public void Types_omit_what_says_nothing_unless_another_operation_is_called_so()
    {
        Assert.Equal(["GetItemsResponse", "GetOrdersResponse"], Run("/api/items ", "/api/v1/orders ").TypeNames.Order(StringComparer.Ordinal));
        Assert.Equal(["GetApiItemsResponse", "GetItemsResponse"], Run("/api/items ", "/items ").TypeNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_option_keeps_what_says_nothing() => Assert.Equal(["GetApiItems"], Run(["/api/items "], "Full").MethodNames);

    private static GeneratorRun Run(params string[] operations) => Run(operations, "");

    /// <param name="operations">The path and the operationId of each operation.</param>
    private static GeneratorRun Run(string[] operations, string names) => GeneratorRunner.Run(
        $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Join('\n', operations.Select(static (operation, index) => $$$"""
          {{{operation.Split(' ')[0]}}}:
            get:
              tags: [Shop]
              operationId: '{{{operation.Split(' ')[1]}}}'
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object, properties: { p{{{operation.Length}}}{{{index}}}: { type: string } } } } } }
        """))}}
        """,
        new Dictionary<string, string> { ["OperationNames"] = names });
}
