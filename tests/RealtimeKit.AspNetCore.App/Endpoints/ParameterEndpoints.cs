namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Parameters from every place that a minimal API supports.</summary>
public static class ParameterEndpoints
{
    public static void MapParameters(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/parameters").WithTags("Parameters");

        group.MapGet("/path/{id:int}/{key:guid}/{day}/{name}/{status}",
                (int id, Guid key, DateOnly day, string name, OrderStatus status, ReceivedValues received) =>
                    received.Add(new PathValues(id, key, day, name, status)))
            .WithName("GetByPath");

        group.MapGet("/query", GetByQuery).WithName("GetByQuery");

        group.MapGet("/lists", (int[] ids, [FromQuery(Name = "name")] string[] names, Guid[] keys, ReceivedValues received) =>
                received.Add(new QueryLists(ids, names, keys)))
            .WithName("GetByLists");

        group.MapGet("/headers",
                ([FromHeader(Name = "X-Trace")] string trace, [FromHeader(Name = "X-Count")] int? count,
                    [FromHeader(Name = "X-Languages")] string[] languages, ReceivedValues received) =>
                    received.Add(new HeaderValues(trace, count, languages)))
            .WithName("GetByHeaders");

        group.MapGet("/search/{shelf}", ([AsParameters] SearchParameters parameters, ReceivedValues received) => received.Add(parameters))
            .WithName("Search");

        group.MapGet("/defaults",
                (ReceivedValues received, int page = 1, string sort = "name", bool descending = false, OrderStatus status = OrderStatus.Open) =>
                    received.Add(new DefaultValues(page, sort, descending, status)))
            .WithName("GetByDefaults");

        group.MapGet("/near", (GeoPoint point, Version? version, ReceivedValues received) =>
                $"{received.Add(point).Latitude:0.0} {version?.ToString() ?? "none"}")
            .WithName("GetNear");

        group.MapGet("/files/{path}", (string path, ReceivedValues received) => new Envelope<string> { Value = received.Add(path) })
            .WithName("GetFile");
    }

    /// <summary>Takes all parameters from the query.</summary>
    /// <param name="text">The text to search for.</param>
    /// <param name="flag">Whether to search twice.</param>
    public static Ok<QueryValues> GetByQuery(
        string text, int? page, bool flag, double ratio, decimal price, long big,
        DateTimeOffset at, DateOnly day, TimeOnly time, TimeSpan span, Guid? key, OrderStatus status, ReceivedValues received) =>
        TypedResults.Ok(received.Add(new QueryValues
        {
            Text = text,
            Page = page,
            Flag = flag,
            Ratio = ratio,
            Price = price,
            Big = big,
            At = at,
            Day = day,
            Time = time,
            Span = span,
            Key = key,
            Status = status,
        }));
}
