using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>The usual operations on a resource.</summary>
public class OrderTests(ShopServer server) : ShopTest(server)
{
    private static readonly DateTimeOffset _placed = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2));

    [Fact]
    public async Task Lists_a_page()
    {
        var page = await Shop.Orders.ListAsync(4, OrderStatus.Shipped);

        Assert.Equal(4, page.Page);
        Assert.Equal(3_000_000_000, page.TotalCount);
        Assert.True(page.HasMore);
        Assert.Equal(2, page.Items!.Count);
        Assert.Equal(4, page.Items[0].Id);
        Assert.Equal(OrderStatus.Shipped, page.Items[1].Status);
    }

    [Fact]
    public async Task Creates_one()
    {
        Order created = await Shop.Orders.CreateAsync(NewOrder());

        Server.Order received = Received.Last<Server.Order>();
        Assert.Equal(31, received.Id);
        Assert.Equal("Ada & Co", received.Customer);
        Assert.Equal(Server.OrderStatus.Shipped, received.Status);
        Assert.Equal([new("A-1", 2, 9.99m), new("B-2", 1, 0.01m)], received.Lines);
        Assert.Equal(19.99m, received.Total);
        Assert.Equal(5, received.Discount);
        Assert.Equal("please ring", received.Note);
        Assert.Equal(new Server.Address("1 High Street", "Leeds", "LS1"), received.ShipTo);
        Assert.Equal(_placed, received.PlacedAt);
        Assert.Equal("r-1", received.Reference);

        Assert.Equal(31, created.Id);
        Assert.Equal("Ada & Co", created.Customer);
        Assert.Equal(OrderStatus.Shipped, created.Status);
        Assert.Equal("B-2", created.Lines[1].Sku);
        Assert.Equal((Amount)0.01, created.Lines[1].UnitPrice);
        Assert.Equal((Amount)19.99, created.Total);
        Assert.Equal(5, Value(created.Discount));
        Assert.Equal("please ring", Value(created.Note));
        Assert.Equal("LS1", Value(Value(created.ShipTo)!.Zip));
        Assert.Equal(_placed, created.PlacedAt);
        Assert.Equal("r-1", Value(created.ExternalRef));
    }

    [Fact]
    public async Task Creates_many()
    {
        Assert.Equal(2, await Shop.Orders.CreateOrdersAsync([NewOrder(), NewOrder() with { Id = 32, Discount = null }]));

        List<Server.Order> received = Received.Last<List<Server.Order>>();
        Assert.Equal([31, 32], received.Select(static order => order.Id));
        Assert.Equal([5, null], received.Select(static order => order.Discount));
    }

    [Fact]
    public async Task Refuses_what_is_not_valid()
    {
        (ApiStatusException refused, HttpValidationProblemDetails body) = await RefusedAsync<HttpValidationProblemDetails>(() =>
            Shop.Orders.CreateAsync(NewOrder() with { Lines = [] }));

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal(["An order needs a line.", "Add one."], Value(body.Errors)!["lines"]);
        Assert.Equal("One or more validation errors occurred.", Value(body.Title));
        Assert.Contains("An order needs a line.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gets_one()
    {
        Order order = await Shop.Orders.GetAsync(12);

        Server.Order expected = ShopData.Order(12);
        Assert.Equal(12, order.Id);
        Assert.Equal(expected.Customer, order.Customer);
        Assert.Equal(OrderStatus.Paid, order.Status);
        Assert.Equal((Amount)expected.Total, order.Total);
        Assert.Equal((Amount)12345678901234567.89m, order.Lines[1].UnitPrice);
        Assert.Null(Value(order.Note));
        Assert.Equal("Leeds", Value(order.ShipTo)!.City);
        Assert.Null(Value(Value(order.ShipTo)!.Zip));
        Assert.Equal(expected.PlacedAt, order.PlacedAt);
        Assert.Equal("ref-12", Value(order.ExternalRef));
    }

    [Fact]
    public async Task Does_not_find_one()
    {
        ApiNotFoundException missing = await Assert.ThrowsAnyAsync<ApiNotFoundException>(() => Shop.Orders.GetAsync(100));
        Assert.Equal(404, (int)missing.StatusCode);
    }

    [Fact]
    public async Task Replaces_one()
    {
        await Shop.Orders.ReplaceAsync(31, NewOrder());
        Assert.Equal("Ada & Co", Received.Last<Server.Order>().Customer);

        var missing = await Assert.ThrowsAnyAsync<ApiNotFoundException>(() => Shop.Orders.ReplaceAsync(100, NewOrder()));
        Assert.Contains("No such order: There is no order 100.", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_one()
    {
        Order changed = await Shop.Orders.ChangeAsync(3, new() { Note = "later", Discount = 7 });

        Assert.Equal(new Server.OrderPatch { Note = "later", Discount = 7 }, Received.Last<Server.OrderPatch>());
        Assert.Equal("later", Value(changed.Note));
        Assert.Equal(7, Value(changed.Discount));
        Assert.Equal(OrderStatus.Open, changed.Status);

        (ApiStatusException conflict, Refusal body) = await RefusedAsync<Refusal>(() =>
            Shop.Orders.ChangeAsync(3, new() { Status = new OpenEnum<OrderStatus>(OrderStatus.Cancelled) }));
        Assert.Equal(409, (int)conflict.StatusCode);
        Assert.Equal(("shipped", "It is on its way."), (body.Code, body.Reason));
        Assert.Equal(30, body.RetryInSeconds);
    }

    [Fact]
    public async Task Deletes_one()
    {
        await Shop.Orders.DeleteAsync(31);
        Assert.Equal(31, Received.Last<int>());
    }

    [Fact]
    public async Task Counts_and_sums()
    {
        Assert.Equal(5, await Shop.Orders.CountAsync());
        Assert.Equal(2, await Shop.Orders.CountAsync(OrderStatus.Paid));

        IReadOnlyDictionary<string, Amount> totals = await Shop.Orders.GetTotalsAsync();
        Assert.Equal((Amount)12.5, totals["Open"]);
        Assert.Equal((Amount)0.01, totals["Paid"]);

        var statuses = await Shop.Orders.ListStatusesAsync();
        Assert.Equal([OrderStatus.Open, OrderStatus.Paid, OrderStatus.Shipped, OrderStatus.Cancelled], statuses.Select(static status => status.Value));
    }

    [Fact]
    public async Task Finds_one_or_none()
    {
        Order? found = await Shop.Orders.FindAsync(true);
        Assert.Equal(1, found!.Id);
        Assert.Null(await Shop.Orders.FindAsync(false));
    }

    [Fact]
    public async Task Gets_the_latest()
    {
#pragma warning disable CS0618, CS0612 // It is obsolete, where the document says so.
        Order latest = await Shop.Orders.GetLatestOrderAsync();
#pragma warning restore CS0618, CS0612
        Assert.Equal(99, latest.Id);
    }

    private static Order NewOrder() => new()
    {
        Id = 31,
        Customer = "Ada & Co",
        Status = OrderStatus.Shipped,
        Lines = [new() { Sku = "A-1", Quantity = 2, UnitPrice = (Amount)9.99 }, new() { Sku = "B-2", Quantity = 1, UnitPrice = (Amount)0.01 }],
        Total = (Amount)19.99,
        Discount = 5,
        Note = "please ring",
        ShipTo = new Address { Street = "1 High Street", City = "Leeds", Zip = "LS1" },
        PlacedAt = _placed,
        ExternalRef = "r-1",
    };
}
