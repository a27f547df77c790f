using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Bodies that are one value.</summary>
public class ScalarTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task Results()
    {
        Assert.Equal("plain words", await Shop.Scalars.GetTextAsync());
        Assert.Equal(new Guid("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10"), await Shop.Scalars.GetGuidAsync());
        Assert.Equal(new DateOnly(2026, 2, 28), await Shop.Scalars.GetDayAsync());
        Assert.Equal(new TimeSpan(1, 2, 3, 4), await Shop.Scalars.GetLengthAsync());
        Assert.Equal((Amount)2.5, await Shop.Scalars.GetNumberAsync());
        Assert.True(await Shop.Scalars.GetFlagAsync());
        Assert.Equal(Words.High, await Shop.Scalars.GetPriorityAsync());
        Assert.Equal(Words.ReadAndDelete, await Shop.Scalars.GetPermissionsAsync());
        Assert.Equal(ShopData.Picture, await Shop.Scalars.GetBytesAsync());
    }

    [Fact]
    public async Task A_large_number()
    {
        Assert.Equal(9_007_199_254_740_993, (long)await Shop.Scalars.GetBigAsync());
    }

    [Fact]
    public async Task Requests()
    {
        Assert.Equal("\"quoted\" ü", await Shop.Scalars.EchoTextAsync("\"quoted\" ü"));
        Assert.Equal("\"quoted\" ü", Received.Last<string>());
        Assert.Equal(-7, await Shop.Scalars.EchoNumberAsync(-7));
        Assert.Equal(-7, Received.Last<int>());
        Assert.Equal(OrderStatus.Shipped, await Shop.Scalars.EchoStatusAsync(OrderStatus.Shipped));
        Assert.Equal(Server.OrderStatus.Shipped, Received.Last<Server.OrderStatus>());
    }
}
