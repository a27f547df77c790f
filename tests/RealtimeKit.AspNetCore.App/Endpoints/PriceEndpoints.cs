namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>One resource in two versions, which the path or a header distinguishes.</summary>
public static class PriceEndpoints
{
    public static void MapPrices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/prices/{sku}", (string sku) => 9.99m).WithName("GetPriceV1").WithTags("Prices");
        routes.MapGet("/v2/prices/{sku}", (string sku, ReceivedValues received) => new Money(9.99m, received.Add(sku)))
            .WithName("GetPriceV2")
            .WithTags("Prices");
        routes.MapGet("/prices", ([FromHeader(Name = "api-version")] string version, [FromQuery(Name = "sku")] string[] skus, ReceivedValues received) =>
                skus.ToDictionary(static sku => sku, sku => new Money(skus.Length, received.Add(version))))
            .WithName("ListPrices").WithTags("Prices");
    }
}
