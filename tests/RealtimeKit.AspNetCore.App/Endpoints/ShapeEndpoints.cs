namespace RealtimeKit.AspNetCore.App.Endpoints;

/// <summary>Values of several types in one place.</summary>
public static class ShapeEndpoints
{
    public static void MapShapes(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/shapes").WithTags("Shapes");
        group.MapGet("/", ShopData.Shapes).WithName("ListShapes");
        group.MapPost("/", (Shape shape, ReceivedValues received) => received.Add(shape)).WithName("EchoShape");
        group.MapGet("/circle", () => new Circle { Colour = "blue", Radius = 2 }).WithName("GetCircle");
        group.MapPost("/drawing", (Drawing drawing, ReceivedValues received) => received.Add(drawing)).WithName("EchoDrawing");
        group.MapPost("/vehicle", (Vehicle vehicle, ReceivedValues received) => received.Add(vehicle)).WithName("EchoVehicle");
        group.MapGet("/van", () => new Van { Plate = "V 1", Seats = 3, LoadVolume = 9.5 }).WithName("GetVan");
        group.MapPost("/vehicles", (List<Vehicle> vehicles, ReceivedValues received) => received.Add(vehicles)).WithName("EchoVehicles");
    }
}
