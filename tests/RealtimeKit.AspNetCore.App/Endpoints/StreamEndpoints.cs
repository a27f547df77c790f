using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Results that are returned one after the other.</summary>
public static class StreamEndpoints
{
    public static void MapStreams(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/streams").WithTags("Streams");
        group.MapGet("/numbers", Numbers).WithName("StreamNumbers");
        group.MapGet("/orders", Orders).WithName("StreamOrders");
        group.MapGet("/events", (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(Events(cancellationToken))).WithName("StreamEvents");
        group.MapGet("/items", (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(Items(cancellationToken))).WithName("StreamItems");
        group.MapGet("/words", (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(Words(cancellationToken))).WithName("StreamWords");
    }

    private static async IAsyncEnumerable<int> Numbers(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 1; number <= count; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    private static async IAsyncEnumerable<Order> Orders([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (int id in Numbers(3, cancellationToken))
        {
            yield return ShopData.Order(id);
        }
    }

    private static async IAsyncEnumerable<OrderEvent> Events([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (int id in Numbers(3, cancellationToken))
        {
            yield return new(id, (OrderStatus)id, DateTimeOffset.UnixEpoch.AddDays(id));
        }
    }

    private static async IAsyncEnumerable<SseItem<OrderEvent>> Items([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (OrderEvent item in Events(cancellationToken))
        {
            yield return new(item, "order") { EventId = $"e{item.OrderId}", ReconnectionInterval = TimeSpan.FromSeconds(5) };
        }
    }

    private static async IAsyncEnumerable<string> Words([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (int number in Numbers(3, cancellationToken))
        {
            yield return $"word {number}";
        }
    }
}
