using System.Text.Json;
using System.Text.Json.Serialization;
using RealtimeKit.Client.Tests.Families;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>
/// Records that a discriminator distinguishes. System.Text.Json reads the requests as a server would. It rejects a discriminator
/// that is not the first property.
/// </summary>
public sealed class FamilyTests : ConstructTest
{
    [Fact]
    public async Task A_case_of_a_union_sends_its_discriminator_by_itself_and_first()
    {
        Script(200, "application/json", """{"kind":"box","area":2}""");
        using FamiliesClient client = Client();

        Shape shape = await client.EchoShapeAsync(new ShapeCircle { Radius = 1.5, Colour = "red" }, cancellationToken: CancellationToken);

        string sent = Assert.Single(Simulator.Requests).Body;
        Assert.Equal("""{"kind":"circle","colour":"red","radius":1.5}""", sent);
        Assert.Equal(new Served.Circle(1.5, "red"), JsonSerializer.Deserialize<Served.Shape>(sent, JsonSerializerOptions.Web));
        Assert.True(shape.TryGetShapeBox(out ShapeBox? box) && box.Area == 2);
    }

    [Fact]
    public async Task A_case_is_read_without_its_discriminator_where_the_declared_type_is_the_case()
    {
        Script(200, "application/json", """{"radius":2}""");
        Script(200, "application/json", """{"bark":true,"age":3}""");
        using FamiliesClient client = Client();

        ShapeCircle circle = await client.EchoCircleAsync(new ShapeCircle { Radius = 2 }, cancellationToken: CancellationToken);
        Dog dog = await client.GetDogAsync(cancellationToken: CancellationToken);

        Assert.Equal((2, "circle"), (circle.Radius, circle.Kind));
        Assert.Equal((true, 3, "dog"), (dog.Bark, dog.Age, dog.Type));
    }

    [Fact]
    public async Task A_record_of_a_hierarchy_sends_its_discriminator_first()
    {
        Script(200, "application/json", """{"type":"cat","age":1}""");
        using FamiliesClient client = Client();

        Animal animal = await client.EchoAnimalAsync(new Dog { Bark = true, Age = 2 }, cancellationToken: CancellationToken);

        string sent = Assert.Single(Simulator.Requests).Body;
        Assert.StartsWith("""{"type":"dog",""", sent, StringComparison.Ordinal);
        Assert.Equal(new Served.Dog(2, true), JsonSerializer.Deserialize<Served.Animal>(sent, JsonSerializerOptions.Web));
        Assert.Equal(1, Assert.IsType<Cat>(animal).Age);
    }

    [Fact]
    public async Task A_record_of_a_hierarchy_sends_and_is_found_by_a_discriminator_that_is_a_number()
    {
        Script(200, "application/json", """{"code":2,"coins":7}""");
        Script(200, "application/json", """{"code":3,"coins":7}""");
        using FamiliesClient client = Client();

        Payment cash = await client.EchoPaymentAsync(new CardPayment { Card = "gold" }, cancellationToken: CancellationToken);
        Payment other = await client.EchoPaymentAsync(new CashPayment(), cancellationToken: CancellationToken);

        Assert.Equal(["""{"code":1,"card":"gold"}""", """{"code":2}"""], Simulator.Requests.Select(static request => request.Body));
        Assert.Equal((2, 7), (cash.Code, Assert.IsType<CashPayment>(cash).Coins));
        Assert.Equal((typeof(Payment), 3), (other.GetType(), other.Code));
    }

    [Fact]
    public async Task A_case_of_a_union_sends_and_is_found_by_a_discriminator_that_is_a_number()
    {
        Script(200, "application/json", """{"at":"noon","op":20}""");
        Script(200, "application/json", """{"op":1,"text":"bye"}""");
        Script(200, "application/json", """{"op":20}""");
        using FamiliesClient client = Client();

        Signal signal = await client.EchoSignalAsync(new Start { At = "dawn" }, cancellationToken: CancellationToken);
        GetFrameResponse frame = await client.GetFrameAsync(cancellationToken: CancellationToken);
        await client.EchoSignalAsync(new Stop(), cancellationToken: CancellationToken);

        Assert.True(signal.TryGetStop(out Stop? stop) && stop.At == "noon");
        Assert.True(frame.TryGetBye(out Bye? bye) && bye.Text == "bye");
        Assert.Equal(["""{"op":10,"at":"dawn"}""", "", """{"op":20}"""], Simulator.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task A_record_of_an_unknown_type_is_the_base_and_is_sent_unchanged()
    {
        const string horse = """{"type":"horse","age":9,"hands":16}""";
        Script(200, "application/json", horse);
        Script(200, "application/json", """{"age":9}""");
        Script(200, "application/json", horse);
        using FamiliesClient client = Client();

        Animal animal = await client.EchoAnimalAsync(new Cat(), cancellationToken: CancellationToken);
        Animal bare = await client.EchoAnimalAsync(animal, cancellationToken: CancellationToken);
        await client.EchoAnimalAsync(bare, cancellationToken: CancellationToken);

        Assert.Equal(["""{"type":"cat"}""", horse, """{"age":9}"""], Simulator.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task Alternatives_of_one_family_are_its_base_at_every_place()
    {
        Script(200, "application/json", """[{"type":"cat"},null,{"type":"dog","bark":false}]""");
        using FamiliesClient client = Client();
        IReadOnlyList<Animal> sent = [new Dog { Bark = true }, new Cat { Again = new Cat() }];

        IReadOnlyList<Animal?> received = await client.EchoPackAsync(sent, cancellationToken: CancellationToken);

        Assert.Equal("""[{"type":"dog","bark":true},{"type":"cat","again":{"type":"cat"}}]""", Assert.Single(Simulator.Requests).Body);
        Assert.Equal([typeof(Cat), null, typeof(Dog)], received.Select(static animal => animal?.GetType()));
    }

    [Fact]
    public async Task A_case_that_does_not_describe_the_discriminator_sends_it()
    {
        Script(200, "application/json", """{"what":"gone"}""");
        Script(200, "application/json", """{"what":"created","at":"noon"}""");
        using FamiliesClient client = Client();

        Event gone = await client.EchoEventAsync(new Created { At = "dawn" }, cancellationToken: CancellationToken);
        Event created = await client.EchoEventAsync(gone, cancellationToken: CancellationToken);

        Assert.Equal(["""{"what":"created","at":"dawn"}""", """{"what":"gone"}"""], Simulator.Requests.Select(static request => request.Body));
        Assert.True(gone.TryGetGone(out _) && created.TryGetCreated(out Created? value) && value.At == "noon");
    }

    [Fact]
    public async Task Levels_below_a_discriminator_keep_their_inheritance()
    {
        const string garage = """{"car":{"kind":"Van","doors":4,"seats":9},"any":{"kind":"Van","seats":2}}""";
        Script(200, "application/json", garage);
        Script(200, "application/json", """{"any":{"kind":"Car"},"car":{"doors":3}}""");
        using FamiliesClient client = Client();

        Garage vans = await client.EchoGarageAsync(
            new Garage { Car = new Van { Seats = 9, Doors = 4 }, Any = new Van { Seats = 2 } }, cancellationToken: CancellationToken);
        Garage cars = await client.EchoGarageAsync(vans, cancellationToken: CancellationToken);

        Assert.Equal([garage, garage], Simulator.Requests.Select(static request => request.Body));
        Assert.Equal(9, Assert.IsType<Van>(vans.Car).Seats);
        Assert.IsType<Van>(vans.Any);
        Assert.Equal((3, "Car"), (cars.Car!.Doors, cars.Car.Kind));
        Assert.IsType<Car>(cars.Any);
    }

    [Fact]
    public async Task A_level_with_a_discriminator_of_its_own_decides_among_its_own_records()
    {
        Script(200, "application/json", """{"kind":"tree","sort":"oak","acorns":7}""");
        using FamiliesClient client = Client();

        Plant plant = await client.GetTreeAsync(cancellationToken: CancellationToken);

        Assert.Equal(7, Assert.IsType<Oak>(plant).Acorns);
        Assert.Equal("""{"kind":"tree","sort":"oak"}""", JsonSerializer.Serialize<Plant>(new Oak()));
    }

    [Fact]
    public async Task A_part_with_alternatives_keeps_the_members_of_all_parts()
    {
        Script(200, "application/json", """
            {"a":{"id":"1","meow":"m"},"b":{"id":"2","bark":"b"},"c":{"id":"3","meow":"m"},"d":{"id":"4","x":"x","bark":"b"},"e":{"id":"5","meow":"m"},
             "f":{"id":"6","meow":"m","bark":"b","y":"y","z":"z"},"g":{"id":"7","bark":"b"},"h":{"id":"8","purr":"p","growl":"g"}}
            """);
        using FamiliesClient client = Client();

        Mixed mixed = await client.GetMixedAsync("all", cancellationToken: CancellationToken);

        Assert.Equal(("1", "m", null), (mixed.A!.Id, mixed.A.Meow, mixed.A.Bark));
        Assert.Equal(("2", null, "b"), (mixed.B!.Id, mixed.B.Meow, mixed.B.Bark));
        Assert.Equal(("3", "m", null), (mixed.C!.Id, mixed.C.Meow, mixed.C.Bark));
        Assert.Equal(("4", "x", "b"), (mixed.D!.Id, mixed.D.X, mixed.D.Bark));
        Assert.Equal(("5", "m", null), (mixed.E!.Id, mixed.E.Meow, mixed.E.Bark));
        Assert.Equal(("6", "m", "b", "y", "z"), (mixed.F!.Id, mixed.F.Meow, mixed.F.Bark, mixed.F.Y, mixed.F.Z));
        Assert.Equal(("7", "b"), (mixed.G!.Id, mixed.G.Bark));
        Assert.Equal(("8", "p", "g", null), (mixed.H!.Id, mixed.H.Purr, mixed.H.Growl, mixed.H.Bark));
    }

    private FamiliesClient Client() => new(new FamiliesClientOptions { BaseAddress = Simulator.BaseAddress });

    /// <summary>The types of a server that uses System.Text.Json.</summary>
    private static class Served
    {
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle")]
        internal abstract record Shape;

        internal sealed record Circle(double Radius, string Colour) : Shape;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
        [JsonDerivedType(typeof(Dog), "dog")]
        internal abstract record Animal(int Age);

        internal sealed record Dog(int Age, bool Bark) : Animal(Age);
    }
}
