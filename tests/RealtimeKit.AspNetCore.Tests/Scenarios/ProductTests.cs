using System.Text.Json;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Requests to and responses from controllers.</summary>
public class ProductTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task Lists_what_matches_the_query()
    {
        IReadOnlyList<Product> products = await Shop.Products.ListAsync("te&a", (Amount)1.5, [4, 5], Words.Voucher, 3);

        Server.ProductQuery received = Received.Last<Server.ProductQuery>();
        Assert.Equal(("te&a", 1.5m, Server.ProductKind.Voucher, 3), (received.Name, received.MinPrice, received.Kind, received.Page));
        Assert.Equal([4, 5], received.Ids!);
        Assert.Equal(2, products.Count);
        Assert.Equal(3, products[0].Id);
        Assert.Equal((Amount)4.25, products[0].Price);
        Assert.Equal(Words.Voucher, products[0].Kind);
        Assert.Equal(["new", "blue"], products[0].Tags!);
        Assert.Equal("L", Value(products[0].Attributes)!["size"]);
        Assert.Equal(new DateOnly(2025, 12, 31), Value(products[0].Since));
    }

    [Fact]
    public async Task Lists_all_without_a_query()
    {
        await Shop.Products.ListAsync();

        Server.ProductQuery received = Received.Last<Server.ProductQuery>();
        Assert.Equal((null, null, null, 1), (received.Name, received.MinPrice, received.Kind, received.Page));
    }

    [Fact]
    public async Task Gets_one_or_says_that_there_is_none()
    {
        Product product = await Shop.Products.GetAsync(8);
        Assert.Equal("Product 8", product.Name);

        (ApiStatusException missing, ProblemDetails body) = await RefusedAsync<ProblemDetails>(() => Shop.Products.GetAsync(100));
        Assert.Equal(404, Value(body.Status));
        Assert.Equal("Not Found", Value(body.Title));
    }

    [Fact]
    public async Task Creates_one_that_is_valid()
    {
        Product created = await Shop.Products.CreateAsync(
            new() { Id = 9, Name = "tea", Price = (Amount)2.5, Kind = Words.Voucher, Tags = ["t"], Since = new DateOnly(2026, 1, 2) });

        Server.Product received = Received.Last<Server.Product>();
        Assert.Equal((9, "tea", 2.5m, Server.ProductKind.Voucher, new DateOnly(2026, 1, 2)),
            (received.Id, received.Name, received.Price, received.Kind, received.Since));
        Assert.Equal(["t"], received.Tags);
        Assert.Equal("tea", created.Name);
        Assert.Equal(new DateOnly(2026, 1, 2), Value(created.Since));

        (ApiStatusException refused, ValidationProblemDetails body) =
            await RefusedAsync<ValidationProblemDetails>(() => Shop.Products.CreateAsync(new() { Name = "", Price = (Amount)2.5 }));
        Assert.Equal(["The Name field is required."], Value(body.Errors)!["Name"]);
    }

    [Fact]
    public async Task Replaces_and_deletes_one()
    {
        await Shop.Products.ReplaceAsync(9, new() { Name = "tea", Price = (Amount)3 }, "\"v1\"");
        (int id, Server.Product product, string? version) = Received.Last<(int, Server.Product, string?)>();
        Assert.Equal((9, "tea", "\"v1\""), (id, product.Name, version));

        await Shop.Products.DeleteAsync(9);
        Assert.Equal(9, Received.Last<int>());
    }

    [Fact]
    public async Task Lists_a_kind()
    {
#pragma warning disable CS0618, CS0612 // It is obsolete, where the document says so.
        IReadOnlyList<Product> products = await Shop.Products.ListOfKindAsync(Words.Voucher, [1, 2]);
#pragma warning restore CS0618, CS0612

        (Server.ProductKind kind, int[] ids) = Received.Last<(Server.ProductKind, int[])>();
        Assert.Equal(Server.ProductKind.Voucher, kind);
        Assert.Equal([1, 2], ids);
        Assert.Equal(["Product 1", "Product 2"], products.Select(static product => product.Name));
    }

    [Fact]
    public async Task Counts_and_names()
    {
        Assert.Equal(5_000_000_000, await Shop.Products.CountAsync());
        Assert.Equal(["a", "b"], await Shop.Products.ListNamesAsync());
    }

    [Fact]
    public async Task Finds_one_or_none()
    {
        Product? found = await Shop.Products.FindAsync("tea");
        Assert.Equal(3, found!.Id);

        // An action that returns null responds with 204.
        Assert.Null(await Shop.Products.FindAsync());
    }

    [Fact]
    public async Task Changes_what_is_named()
    {
        Product changed = await Shop.Products.ChangeAsync(
            4, new Dictionary<string, JsonElement> { ["name"] = JsonElement.Parse("\"coffee\""), ["since"] = JsonElement.Parse("null") });

        Dictionary<string, JsonElement> received = Received.Last<Dictionary<string, JsonElement>>();
        Assert.Equal("coffee", received["name"].GetString());
        Assert.Equal(JsonValueKind.Null, received["since"].ValueKind);
        Assert.Equal(4, changed.Id);
    }

    [Fact]
    public async Task Dictionaries_of_dictionaries()
    {
        var sales = await Shop.Products.GetSalesAsync(new DateOnly(2026, 1, 2), TimeSpan.FromDays(3));

        Assert.Equal((new DateOnly(2026, 1, 2), TimeSpan.FromDays(3)), Received.Last<(DateOnly, TimeSpan?)>());
        Assert.Equal("EUR", sales["Goods"]["2026"].Currency);
        Assert.Equal((Amount)12.5, sales["Goods"]["2026"].Amount);
    }

    [Fact]
    public async Task Asks_for_the_head_only()
    {
        await Shop.Products.HasAsync(9);
        await Assert.ThrowsAnyAsync<ApiStatusException>(() => Shop.Products.HasAsync(100));
    }

    [Fact]
    public async Task Generic_types_of_generic_types()
    {
        var page = await Shop.Products.GetPageAsync(2, 5);

        Assert.Equal((2, 5), Received.Last<(int, int?)>());
        Assert.Equal("Product 2", page.Items![0].Value!.Name);
        Assert.Equal("first", Value(page.Items[0].Remark));
    }
}
