using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Parameters arrive as they were given, wherever they travel.</summary>
public class ParameterTests(ShopServer server) : ShopTest(server)
{
    private static readonly Guid _key = new("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10");
    private static readonly DateOnly _day = new(2026, 2, 28);
    private static readonly DateTimeOffset _instant = new(2026, 3, 4, 5, 6, 7, 80, TimeSpan.FromHours(-3));

    [Fact]
    public async Task Path_parameters()
    {
        PathValues values = await Shop.Parameters.GetByPathAsync(7, _key, _day, "a b+ü%", OrderStatus.Shipped);

        Assert.Equal(new Server.PathValues(7, _key, _day, "a b+ü%", Server.OrderStatus.Shipped), Received.Last<Server.PathValues>());
        Assert.Equal(7, values.Id);
        Assert.Equal(_key, values.Key);
        Assert.Equal(_day, values.Day);
        Assert.Equal("a b+ü%", values.Name);
        Assert.Equal(OrderStatus.Shipped, values.Status);
    }

    [Fact]
    public async Task Query_parameters_of_every_type()
    {
        QueryValues values = await Shop.Parameters.GetByQueryAsync(
            text: "a&b=c +", flag: true, ratio: 0.1, price: (Amount)12.5, big: long.MaxValue, at: _instant, day: _day,
            time: new TimeOnly(23, 59, 58), span: new TimeSpan(1, 2, 3, 4), status: OrderStatus.Paid, page: 3, key: _key);

        Server.QueryValues received = Received.Last<Server.QueryValues>();
        Assert.Equal("a&b=c +", received.Text);
        Assert.True(received.Flag);
        Assert.Equal(0.1, received.Ratio);
        Assert.Equal(12.5m, received.Price);
        Assert.Equal(long.MaxValue, received.Big);
        Assert.Equal(_instant, received.At);
        Assert.Equal(_day, received.Day);
        Assert.Equal(new TimeOnly(23, 59, 58), received.Time);
        Assert.Equal(new TimeSpan(1, 2, 3, 4), received.Span);
        Assert.Equal(Server.OrderStatus.Paid, received.Status);
        Assert.Equal(3, received.Page);
        Assert.Equal(_key, received.Key);

        Assert.Equal(_instant, values.At);
        Assert.Equal(new TimeOnly(23, 59, 58), values.Time);
        Assert.Equal(new TimeSpan(1, 2, 3, 4), values.Span);
        Assert.Equal((Amount)12.5, values.Price);
        Assert.Equal(OrderStatus.Paid, values.Status);
    }

    [Fact]
    public async Task Query_parameters_that_are_left_out()
    {
        QueryValues values = await Shop.Parameters.GetByQueryAsync(
            "", false, -0.5, (Amount)0, long.MinValue, _instant, _day, TimeOnly.MinValue, TimeSpan.FromTicks(-1), OrderStatus.Open);

        Assert.Null(Received.Last<Server.QueryValues>().Page);
        Assert.Null(Received.Last<Server.QueryValues>().Key);
        Assert.Equal(TimeSpan.FromTicks(-1), Received.Last<Server.QueryValues>().Span);
        Assert.Null(Value(values.Page));
        Assert.Null(Value(values.Key));
    }

    [Fact]
    public async Task Lists_in_the_query()
    {
        QueryLists lists = await Shop.Parameters.GetByListsAsync([1, 2, 3], ["a,b", "c"], [_key]);

        Assert.Equal([1, 2, 3], Received.Last<Server.QueryLists>().Ids);
        Assert.Equal(["a,b", "c"], Received.Last<Server.QueryLists>().Names);
        Assert.Equal([_key], Received.Last<Server.QueryLists>().Keys);
        Assert.Equal([1, 2, 3], lists.Ids);
    }

    [Fact]
    public async Task Headers()
    {
        HeaderValues values = await Shop.Parameters.GetByHeadersAsync("t-1", ["en", "de"], 5);

        Server.HeaderValues received = Received.Last<Server.HeaderValues>();
        Assert.Equal("t-1", received.Trace);
        Assert.Equal(5, received.Count);
        Assert.Equal(["en", "de"], received.Languages);
        Assert.Equal(5, values.Count);
    }

    [Fact]
    public async Task Parameters_gathered_in_one_type()
    {
        SearchParameters values = await Shop.Parameters.SearchAsync("top shelf", "tea", ["name", "-price"], 2, "en");

        Server.SearchParameters received = Received.Last<Server.SearchParameters>();
        Assert.Equal(("top shelf", "tea", 2, "en"), (received.Shelf, received.Text, received.Page, received.Language));
        Assert.Equal(["name", "-price"], received.SortBy);
        Assert.Equal(["name", "-price"], values.SortBy);
    }

    [Fact]
    public async Task Defaults()
    {
        await Shop.Parameters.GetByDefaultsAsync();
        Assert.Equal(new Server.DefaultValues(1, "name", false, Server.OrderStatus.Open), Received.Last<Server.DefaultValues>());

        DefaultValues values = await Shop.Parameters.GetByDefaultsAsync(2, "price", true, OrderStatus.Cancelled);
        Assert.Equal(new Server.DefaultValues(2, "price", true, Server.OrderStatus.Cancelled), Received.Last<Server.DefaultValues>());
        Assert.Equal(OrderStatus.Cancelled, values.Status);
    }

    [Fact]
    public async Task Types_that_parse_themselves()
    {
        Assert.Equal("48.2 1.2.3", await Shop.Parameters.GetNearAsync("48.2,16.4", "1.2.3"));
        Assert.Equal(new Server.GeoPoint(48.2, 16.4), Received.Last<Server.GeoPoint>());
    }

    [Fact]
    public async Task A_name_with_reserved_characters()
    {
        var found = await Shop.Parameters.GetFileAsync("read me.md?#&");

        Assert.Equal("read me.md?#&", Received.Last<string>());
        Assert.Equal("read me.md?#&", found.Value);
    }

    [Fact]
    public async Task Versions_in_path_and_header()
    {
        Assert.Equal((Amount)9.99, await Shop.Prices.GetV1Async("A-1"));

        Money price = await Shop.Prices.GetV2Async("A-1");
        Assert.Equal((Amount)9.99, price.Amount);
        Assert.Equal("A-1", price.Currency);

        IReadOnlyDictionary<string, Money> prices = await Shop.Prices.ListAsync("2.0", ["x", "y"]);
        Assert.Equal("2.0", Received.Last<string>());
        Assert.Equal((Amount)2, prices["y"].Amount);
    }
}
