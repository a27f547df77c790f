using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Client.Tests.Garages;
using RealtimeKit.Client.Tests.Polymorphic;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Discriminated unions and hierarchies, as a server reads them with System.Text.Json.</summary>
public sealed class PolymorphicFamilyTests : ConstructTest
{
    private readonly Lazy<PolymorphicClient> _client;

    public PolymorphicFamilyTests() => _client = new(() => new PolymorphicClient(new PolymorphicClientOptions { BaseAddress = Simulator.BaseAddress }));

    private PolymorphicClient Client => _client.Value;

    [Fact]
    public async Task A_case_of_a_union_is_sent_with_its_discriminator_first()
    {
        Assert.Equal("""{"kind":"ball","radius":1,"colour":"red"}""", await SentAsync(new FigureBall { Radius = 1, Colour = "red" }));
        Assert.Equal("""{"kind":"box","width":2}""", await SentAsync(new FigureBox { Width = 2 }));
        Assert.Equal("""{"colour":"blue"}""", await SentAsync(new FigureBase { Colour = "blue" }));
    }

    [Fact]
    public async Task A_server_reads_each_case_as_what_it_is()
    {
        Assert.Equal(new ServerBall { Radius = 1, Colour = "red" }, Served<ServerFigure>(await SentAsync(new FigureBall { Radius = 1, Colour = "red" })));
        Assert.Equal(new ServerBox { Width = 2 }, Served<ServerFigure>(await SentAsync(new FigureBox { Width = 2 })));
        Assert.Equal(new ServerFigure { Colour = "blue" }, Served<ServerFigure>(await SentAsync(new FigureBase { Colour = "blue" })));
    }

    [Theory]
    [InlineData("""{"kind":"ball","radius":1}""", typeof(FigureBall))]
    [InlineData("""{"radius":1,"kind":"ball"}""", typeof(FigureBall))]
    [InlineData("""{"kind":"box","width":2}""", typeof(FigureBox))]
    [InlineData("""{"colour":"blue"}""", typeof(FigureBase))]
    [InlineData("""{"kind":"star","points":5}""", typeof(FigureBase))]
    public async Task A_case_is_read_and_sent_back_without_loss(string json, Type type)
    {
        Script(200, "application/json", json);
        Figure figure = await Client.EchoFigureAsync(new FigureBall(), cancellationToken: CancellationToken);

        Assert.IsType(type, figure.Value);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(await SentAsync(figure))));
    }

    [Fact]
    public async Task Cases_that_do_not_describe_the_discriminator_have_it_in_a_list_too()
    {
        Script(200, "application/json", """[{"at":"1","what":"gone"},{"what":"created"}]""");

        IReadOnlyList<Event> events = await Client.EchoEventsAsync([new Created { At = "x" }, new Gone { At = "y" }], cancellationToken: CancellationToken);

        Assert.Equal("""[{"what":"created","at":"x"},{"what":"gone","at":"y"}]""", Simulator.Requests[^1].Body);
        Assert.Equal([typeof(Gone), typeof(Created)], events.Select(static @event => @event.Value.GetType()));
    }

    [Fact]
    public async Task Alternatives_of_one_hierarchy_are_their_base_everywhere()
    {
        Script(200, "application/json", """[{"kind":"circle","area":2},{"width":3,"kind":"rectangle"},{"kind":"star","points":5}]""");
        Script(200, "application/json", """{"kind":"circle","area":2}""");
        Script(200, "application/json", """{"kind":"circle","area":2}""");

        IReadOnlyList<Shape> shapes = await Client.ListShapesAsync(cancellationToken: CancellationToken);
        Shape echoed = await Client.EchoShapeAsync(new Circle { Area = 2, Colour = "red" }, cancellationToken: CancellationToken);
        string sent = Simulator.Requests[^1].Body;
        await Client.EchoShapeAsync(shapes[2], cancellationToken: CancellationToken);

        Assert.Equal([typeof(Circle), typeof(Rectangle), typeof(Shape)], shapes.Select(static shape => shape.GetType()));
        Assert.Equal(("circle", typeof(Circle)), (echoed.Kind, echoed.GetType()));
        Assert.Equal("""{"kind":"circle","colour":"red","area":2}""", sent);
        Assert.Equal(new ServerCircle { Area = 2, Colour = "red" }, Served<ServerShape>(sent));
        Assert.Equal("""{"kind":"star","points":5}""", Simulator.Requests[^1].Body);
    }

    [Fact]
    public async Task A_known_type_is_read_without_its_discriminator()
    {
        Script(200, "application/json", """{"area":2}""");

        Circle circle = await Client.GetCircleAsync(cancellationToken: CancellationToken);

        Assert.Equal((2, "circle"), (circle.Area, circle.Kind));
    }

    [Fact]
    public void An_abstract_base_cannot_be_constructed_from_outside() =>
        Assert.Empty(typeof(Shape).GetConstructors());

    [Fact]
    public async Task A_whole_of_several_parts_has_the_members_of_all_alternatives()
    {
        Script(200, "application/json", """{"id":"1","meow":"m","bark":"b","tag":"red","heat":3,"cold":4,"owner":"o"}""");

        Owned owned = await Client.GetOwnedAsync(cancellationToken: CancellationToken);

        Assert.Equal(("1", "m", "b", "red", 3L, 4L, "o"), (owned.Id, owned.Meow, owned.Bark, owned.Tag, (long?)owned.Heat, (long?)owned.Cold, owned.Owner));
    }

    [Fact]
    public async Task Each_level_of_a_hierarchy_reads_those_that_extend_it()
    {
        Script(200, "application/json", """{"car":{"kind":"Van","doors":5,"seats":9},"any":{"seats":7,"kind":"Van"}}""");
        using GarageClient client = new(new GarageClientOptions { BaseAddress = Simulator.BaseAddress });

        Garage garage = await client.GetGarageAsync(cancellationToken: CancellationToken);

        Assert.Equal((5, 9), ((int?)garage.Car!.Doors, (int?)Assert.IsType<Van>(garage.Car).Seats));
        Assert.Equal(7, (int?)Assert.IsType<Van>(garage.Any).Seats);
        Assert.Equal(typeof(Car), typeof(Van).BaseType);
    }

    private static T Served<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;

    private async Task<string> SentAsync(Figure figure)
    {
        Script(200, "application/json", """{"kind":"ball"}""");
        await Client.EchoFigureAsync(figure, cancellationToken: CancellationToken);
        return Simulator.Requests[^1].Body;
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(ServerBall), "ball")]
    [JsonDerivedType(typeof(ServerBox), "box")]
    private record ServerFigure
    {
        public string? Colour { get; init; }
    }

    private sealed record ServerBall : ServerFigure
    {
        public double Radius { get; init; }
    }

    private sealed record ServerBox : ServerFigure
    {
        public double Width { get; init; }
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(ServerCircle), "circle")]
    private abstract record ServerShape
    {
        public string? Colour { get; init; }
    }

    private sealed record ServerCircle : ServerShape
    {
        public double Area { get; init; }
    }
}
