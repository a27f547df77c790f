namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>The usual operations on a resource, with typed results.</summary>
public static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/orders").WithTags("Orders");
        group.MapGet("/", List).WithName("ListOrders");
        group.MapPost("/", Create).WithName("CreateOrder");
        group.MapGet("/{id:int}", Get).WithName("GetOrder");
        group.MapPut("/{id:int}", Replace).WithName("ReplaceOrder");
        group.MapPatch("/{id:int}", Change).WithName("ChangeOrder");
        group.MapDelete("/{id:int}", Delete).WithName("DeleteOrder");
        group.MapPost("/batch", (List<Order> orders, ReceivedValues received) => received.Add(orders).Count).WithName("CreateOrders");
        group.MapGet("/count", (OrderStatus? status) => status is OrderStatus.Paid ? 2 : 5).WithName("CountOrders");
        group.MapGet("/totals", () => new Dictionary<string, decimal> { ["Open"] = 12.50m, ["Paid"] = 0.01m }).WithName("GetTotals");
        group.MapGet("/statuses", () => Enum.GetValues<OrderStatus>()).WithName("ListStatuses");
        group.MapGet("/maybe", (bool there) => there ? ShopData.Order(1) : null).WithName("FindOrder");
        group.MapGet("/latest", [Obsolete("List the orders instead.")] () => ShopData.Order(99)).WithName("GetLatestOrder");
    }

    /// <summary>Lists orders, a page at a time.</summary>
    /// <param name="page">The page, the first one being 1.</param>
    /// <param name="status">Only orders of this status.</param>
    public static PagedResult<Order> List(int page = 1, OrderStatus? status = null) =>
        new([ShopData.Order(page), ShopData.Order(page + 1) with { Status = status ?? OrderStatus.Open }], page, 3_000_000_000);

    /// <summary>Places an order.</summary>
    /// <returns>The stored order.</returns>
    public static Results<Created<Order>, ValidationProblem> Create(Order order, ReceivedValues received)
    {
        received.Add(order);
        return order.Lines.Count == 0
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["lines"] = ["An order needs a line.", "Add one."] })
            : TypedResults.Created($"/orders/{order.Id}", order);
    }

    /// <summary>Gets one order.</summary>
    /// <param name="id">The order's number.</param>
    public static Results<Ok<Order>, NotFound> Get(int id) =>
        id < 100 ? TypedResults.Ok(ShopData.Order(id)) : TypedResults.NotFound();

    public static Results<NoContent, NotFound<ProblemDetails>> Replace(int id, Order order, ReceivedValues received)
    {
        received.Add(order);
        return id < 100
            ? TypedResults.NoContent()
            : TypedResults.NotFound(new ProblemDetails { Title = "No such order", Detail = $"There is no order {id}.", Status = 404 });
    }

    public static Results<Ok<Order>, Conflict<Refusal>> Change(int id, OrderPatch patch, ReceivedValues received)
    {
        received.Add(patch);
        return patch.Status is OrderStatus.Cancelled
            ? TypedResults.Conflict(new Refusal("shipped", "It is on its way.", 30))
            : TypedResults.Ok(ShopData.Order(id) with { Note = patch.Note, Discount = patch.Discount, Status = patch.Status ?? OrderStatus.Open });
    }

    private static NoContent Delete(int id, ReceivedValues received)
    {
        received.Add(id);
        return TypedResults.NoContent();
    }
}
