using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Results that come one after the other.</summary>
public class StreamTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task Asynchronous_sequences_are_lists()
    {
        Assert.Equal([1, 2, 3, 4], await Shop.Streams.StreamNumbersAsync(4));

        IReadOnlyList<Order> orders = await Shop.Streams.StreamOrdersAsync();
        Assert.Equal([1, 2, 3], orders.Select(static order => order.Id!.Value));
    }

    [Fact]
    public async Task Events_are_their_data()
    {
        var events = await Shop.Streams.StreamEventsStreamingAsync().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], events.Select(static item => (int)item!.OrderId!));
        Assert.Equal(OrderStatus.Shipped, events[1]!.Status);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(3), events[2]!.At);
    }

    [Fact]
    public async Task Events_keep_their_fields()
    {
        var items = await Shop.Streams.StreamItemsStreamingEventsAsync().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["e1", "e2", "e3"], items.Select(static item => item.EventId));
        Assert.Equal("order", items[0].EventType);
        Assert.Equal(TimeSpan.FromSeconds(5), items[0].ReconnectionInterval);
        Assert.Equal(OrderStatus.Cancelled, items[2].Data!.Status);
    }

    [Fact]
    public async Task Events_of_plain_text()
    {
        List<string> words = await Shop.Streams.StreamWordsStreamingAsync().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["word 1", "word 2", "word 3"], words);
    }
}
