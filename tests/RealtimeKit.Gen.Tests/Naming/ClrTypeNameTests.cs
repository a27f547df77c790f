using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Checks the names of components whose keys are full names of .NET types.</summary>
public sealed class ClrTypeNameTests
{
    private const string Assembly = ", Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null";

    [Theory]
    [InlineData("Shop.Api.Order", 0, "Order")]
    [InlineData("Shop.Api.Order", 1, "ApiOrder")]
    [InlineData("Shop.Api.Orders+Line", 0, "Line")]
    [InlineData("Shop.Page`1[Shop.Order]", 0, "PageOfOrder")]
    [InlineData("Shop.Page`1[[Shop.Order" + Assembly + "]]", 0, "PageOfOrder")]
    [InlineData("Shop.Page`1[[Shop.Order" + Assembly + "]]", 1, "ShopPageOfShopOrder")]
    [InlineData("Shop.Pair`2[[Shop.A" + Assembly + "],[Shop.Page`1[[Shop.B" + Assembly + "]]" + Assembly + "]]", 0, "PairOfAAndPageOfB")]
    [InlineData("Shop.Pair`2[Shop.A,System.String]", 0, "PairOfAAndString")]
    public void A_full_name_is_spelled_with_as_many_namespaces_as_wanted(string text, int namespaces, string expected) =>
        Assert.Equal(expected, ClrTypeName.Parse(text)!.Spelled(namespaces));

    [Theory]
    [InlineData("")]
    [InlineData("order.created")]
    [InlineData("Shop..Order")]
    [InlineData("Shop.Order ")]
    [InlineData("Shop.Page`1")]
    [InlineData("Shop.Page`1[")]
    [InlineData("Shop.Page`1[[")]
    [InlineData("Shop.Page`1[[Shop.Order")]
    [InlineData("Shop.Page`1[[Shop.Order]")]
    [InlineData("Shop.Page`1[Shop.Order]]")]
    public void Any_other_text_is_not_a_full_name(string text) => Assert.Null(ClrTypeName.Parse(text));

    [Fact]
    public void Deep_and_long_names_are_not_read()
    {
        Assert.Null(ClrTypeName.Parse(string.Concat(Enumerable.Repeat("A`1[", 500)) + "B" + new string(']', 500)));
        Assert.Null(ClrTypeName.Parse(new string('A', 5_000)));
        Assert.Null(ClrTypeName.Parse(string.Join('.', Enumerable.Repeat("A", 100))));
    }

    [Fact]
    public void Components_have_the_names_of_their_types_and_namespaces_only_where_two_are_alike() => Assert.Equal(
        ["ApiOrder", "Money", "PagedResultOfOrder", "StoreOrder"],
        TypesOf("Shop.Api.Order", "Shop.Store.Order", "Shop.Money", "Shop.PagedResult`1[[Shop.Api.Order" + Assembly + "]]"));

    [Fact]
    public void A_dot_alone_does_not_make_a_type_of_NET() =>
        Assert.Equal(["Address", "CustomerAddress"], TypesOf("Customer.Address", "address"));

    private static string[] TypesOf(params string[] keys)
    {
        IEnumerable<string> properties = keys.Select(static (key, index) => $"p{index}: {{ $ref: '#/components/schemas/{Uri.EscapeDataString(key)}' }}");
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { x-type-name: All, type: object, properties: { {{string.Join(", ", properties)}} } } } } }
            components:
              schemas:
            {{string.Join('\n', keys.Select(static (key, index) => $"    '{key}': {{ type: object, properties: {{ a{index}: {{ type: string }} }} }}"))}}
            """);
        run.AssertCompiles();
        return run.Assembly.GetExportedTypes()
            .Select(static type => type.Name)
            .Where(static name => name != "All" && !name.EndsWith("Client", StringComparison.Ordinal) && !name.EndsWith("Options", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }
}
