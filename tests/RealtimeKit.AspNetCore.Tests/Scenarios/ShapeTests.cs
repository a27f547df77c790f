using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Values of several types in one place keep their type and discriminator.</summary>
public class ShapeTests(ShopServer server) : ShopTest(server)
{
    [Fact]
    public async Task A_list()
    {
        IReadOnlyList<Shape> shapes = await Shop.Shapes.ListAsync();

        Assert.Equal(["circle red 1.5", "rectangle - 2x3"], shapes.Select(Words.Describe));
    }

    [Fact]
    public async Task A_case_sent_and_received()
    {
        Shape circle = await Shop.Shapes.EchoAsync(Words.Circle("red", 1.5));
        Server.Circle received = Assert.IsType<Server.Circle>(Received.Last<Server.Shape>());
        Assert.Equal(("red", 1.5), (received.Colour, received.Radius));
        Assert.Equal("circle red 1.5", Words.Describe(circle));

        Shape rectangle = await Shop.Shapes.EchoAsync(Words.Rectangle(2, 3));
        Assert.Equal(3, Assert.IsType<Server.Rectangle>(Received.Last<Server.Shape>()).Height);
        Assert.Equal("rectangle - 2x3", Words.Describe(rectangle));
    }

    [Fact]
    public async Task What_was_received_can_be_sent()
    {
        IReadOnlyList<Shape> shapes = await Shop.Shapes.ListAsync();
        Shape again = await Shop.Shapes.EchoAsync(shapes[1]);

        Assert.Equal("rectangle - 2x3", Words.Describe(again));
        Assert.IsType<Server.Rectangle>(Received.Last<Server.Shape>());
    }

    [Fact]
    public async Task A_case_where_nothing_else_can_be()
    {
        Circle circle = await Shop.Shapes.GetCircleAsync();

        Assert.Equal(2, circle.Radius);
        Assert.Equal("blue", Value(circle.Colour));
    }

    [Fact]
    public async Task Cases_within_other_values()
    {
        Drawing drawing = await Shop.Shapes.EchoDrawingAsync(new()
        {
            Main = Words.Circle("red", 1),
            Background = Words.Rectangle(4, 5),
            Shapes = [Words.Circle(null, 2), Words.Rectangle(1, 1)],
            Named = new Dictionary<string, Shape> { ["n"] = Words.Circle("blue", 3) },
        });

        Server.Drawing received = Received.Last<Server.Drawing>();
        Assert.Equal("red", Assert.IsType<Server.Circle>(received.Main).Colour);
        Assert.Equal(4, Assert.IsType<Server.Rectangle>(received.Background).Width);
        Assert.IsType<Server.Circle>(received.Shapes[0]);
        Assert.IsType<Server.Rectangle>(received.Shapes[1]);
        Assert.Equal(3, Assert.IsType<Server.Circle>(received.Named["n"]).Radius);

        Assert.Equal("circle red 1", Words.Describe(drawing.Main));
        Assert.Equal("rectangle - 4x5", Words.Describe(Value(drawing.Background)!));
        Assert.Equal(["circle - 2", "rectangle - 1x1"], drawing.Shapes.Select(Words.Describe));
        Assert.Equal("circle blue 3", Words.Describe(drawing.Named["n"]));
    }

    [Fact]
    public async Task Nothing_where_a_case_may_be()
    {
        Drawing drawing = await Shop.Shapes.EchoDrawingAsync(new() { Main = Words.Circle(null, 1), Shapes = [], Named = new Dictionary<string, Shape>() });

        Assert.Null(Received.Last<Server.Drawing>().Background);
        Assert.Null(Value(drawing.Background));
    }

    [Fact]
    public async Task Levels_of_a_hierarchy()
    {
        Vehicle van = await Shop.Shapes.EchoVehicleAsync(Words.Van("V 1", 3, 9.5));
        Server.Van received = Assert.IsType<Server.Van>(Received.Last<Server.Vehicle>());
        Assert.Equal(("V 1", 3, 9.5), (received.Plate, received.Seats, received.LoadVolume));
        Assert.Equal("van V 1 3 9.5", Words.Describe(van));

        Vehicle car = await Shop.Shapes.EchoVehicleAsync(Words.Car("C 1", 5));
        Assert.IsType<Server.Car>(Received.Last<Server.Vehicle>());
        Assert.Equal("car C 1 5", Words.Describe(car));

        Vehicle vehicle = await Shop.Shapes.EchoVehicleAsync(Words.Vehicle("X 1"));
        Assert.Equal(typeof(Server.Vehicle), Received.Last<Server.Vehicle>().GetType());
        Assert.Equal("vehicle X 1", Words.Describe(vehicle));
    }

    [Fact]
    public async Task Lists_of_a_hierarchy()
    {
        IReadOnlyList<Vehicle> vehicles = await Shop.Shapes.EchoVehiclesAsync([Words.Vehicle("X 1"), Words.Car("C 1", 5), Words.Van("V 1", 3, 9.5)]);

        Assert.Equal(
            [typeof(Server.Vehicle), typeof(Server.Car), typeof(Server.Van)],
            Received.Last<List<Server.Vehicle>>().Select(static vehicle => vehicle.GetType()));
        Assert.Equal(["vehicle X 1", "car C 1 5", "van V 1 3 9.5"], vehicles.Select(Words.Describe));
    }

    [Fact]
    public async Task The_last_level_where_nothing_else_can_be()
    {
        Van van = await Shop.Shapes.GetVanAsync();

        Assert.Equal("V 1", van.Plate);
        Assert.Equal(3, van.Seats);
        Assert.Equal(9.5, van.LoadVolume);
    }
}
