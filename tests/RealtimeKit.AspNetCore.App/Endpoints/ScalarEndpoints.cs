namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Bodies that consist of one value.</summary>
public static class ScalarEndpoints
{
    public static void MapScalars(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/scalars").WithTags("Scalars");
        group.MapGet("/text", () => "plain words").WithName("GetText");
        group.MapGet("/guid", () => new Guid("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10")).WithName("GetGuid");
        group.MapGet("/day", () => new DateOnly(2026, 2, 28)).WithName("GetDay");
        group.MapGet("/length", () => new TimeSpan(1, 2, 3, 4)).WithName("GetLength");
        group.MapGet("/number", () => 2.5m).WithName("GetNumber");
        group.MapGet("/big", () => 9_007_199_254_740_993UL).WithName("GetBig");
        group.MapGet("/flag", () => true).WithName("GetFlag");
        group.MapGet("/priority", () => Priority.High).WithName("GetPriority");
        group.MapGet("/permissions", () => Permissions.Read | Permissions.Delete).WithName("GetPermissions");
        group.MapGet("/bytes", () => ShopData.Picture).WithName("GetBytes");
        group.MapPost("/text", ([FromBody] string text, ReceivedValues received) => TypedResults.Ok(received.Add(text))).WithName("EchoText");
        group.MapPost("/number", ([FromBody] int number, ReceivedValues received) => TypedResults.Ok(received.Add(number))).WithName("EchoNumber");
        group.MapPost("/status", ([FromBody] OrderStatus status, ReceivedValues received) => TypedResults.Ok(received.Add(status))).WithName("EchoStatus");
    }
}
