using static RealtimeKit.Gen.Tests.Package.ConsumerSources;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The .NET types that a project chooses for strings and numbers, in a project that is analyzed for trimming and native AOT.</summary>
[Collection(nameof(PackageCollection))]
public class PackageScalarTests(PackageFeed feed)
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: https://shop.example }]
        paths:
          /orders/{id}:
            post:
              operationId: place
              parameters:
                - { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/OrderId' } }
                - { name: due, in: query, schema: { type: string, format: date } }
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
        components:
          schemas:
            OrderId: { type: string, format: uuid }
            Order:
              type: object
              required: [id, sku, price]
              properties:
                id: { $ref: '#/components/schemas/OrderId' }
                sku: { type: string, format: sku }
                price: { type: number, format: money }
                due: { type: [string, 'null'], format: date }
                trace: { type: string, format: uuid }
        """;

    private const string Overlay = """
        overlay: 1.0.0
        info: { title: Types, version: '1' }
        actions:
          - target: $.components.schemas.OrderId
            update: { x-dotnet-type: Acme.Id<Acme.Order> }
        """;

    private const string Types = """
        using System.Diagnostics.CodeAnalysis;
        using System.Globalization;
        using RealtimeKit.Runtime;

        namespace Acme
        {
            public sealed class Order;

            /// <summary>A struct.</summary>
            public readonly record struct Id<T>(Guid Value) : ISpanParsable<Id<T>>, IFormattable
            {
                public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

                public static Id<T> Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => new(Guid.Parse(s));

                public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result) => TryParse(s.AsSpan(), provider, out result);

                public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Id<T> result)
                {
                    bool isRead = Guid.TryParse(s, out Guid value);
                    result = new(value);
                    return isRead;
                }

                public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString("N");
            }

            /// <summary>A class.</summary>
            public sealed class Sku : IParsable<Sku>
            {
                public required string Text { get; init; }

                public static Sku Parse(string s, IFormatProvider? provider) => new() { Text = s };

                public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Sku result)
                {
                    result = s is null ? null : new() { Text = s };
                    return s is not null;
                }

                public override string ToString() => Text;
            }

            public readonly record struct Money(decimal Amount);

            /// <summary>A converter.</summary>
            internal sealed class Converters : ITextConverter<Money>
            {
                public static bool TryParse(ReadOnlySpan<char> text, out Money value)
                {
                    bool isRead = decimal.TryParse(text, CultureInfo.InvariantCulture, out decimal amount);
                    value = new(amount);
                    return isRead;
                }

                public static string Format(Money value) => value.Amount.ToString(CultureInfo.InvariantCulture);
            }
        }
        """;

    private const string Program = """"
        using Acme;

        const string Json = """
            {"id":"0c9d4b7e31c24f578a542f6e0b1d9a10","sku":"a-1","price":12.50,"due":"2024-05-06T00:00:00","trace":"x"}
            """;
        var id = Id<Acme.Order>.Parse("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10", null);
        var client = new Acme.Shop.ShopClient(new(), new HttpClient(new CannedWire(Json)));
        Acme.Shop.Order read = await client.PlaceAsync(id, new() { Id = id, Sku = new() { Text = "b" }, Price = new(1m) }, new DateTime(2024, 5, 6));
        Console.WriteLine($"{read.Id == id} {read.Sku.Text} {read.Price.Amount} {read.Due:yyyy-MM-dd} {read.Trace}");
        """";

    [Fact]
    public async Task A_struct_a_class_and_a_converter_need_no_reflection()
    {
        ConsumerProject project = Project("scalars", "sku=Acme.Sku; money=Acme.Money(Acme.Converters); date=System.DateTime; uuid=string");

        Assert.Equal(
            "POST /orders/0c9d4b7e31c24f578a542f6e0b1d9a10?due=2024-05-06\nTrue a-1 12.50 2024-05-06 x", await project.RunAsync());
    }

    [Fact]
    public async Task A_wrong_name_is_an_error_at_the_item_and_at_the_schema()
    {
        ConsumerProject project = Project("scalars-wrong", "sku=Acme.Skoo; money=Acme.Money; date=System.DateTime")
            .WithFile("api/shop.overlay.yaml", Overlay.Replace("Acme.Id<", "Acme.Ids<", StringComparison.Ordinal));

        string output = (await project.BuildAsync()).Failed();

        Assert.Matches(
            @"Consumer\.csproj\(11,\d+\): error RTK0058: The project and its references have no type 'Acme\.Skoo'; did you mean 'Acme\.Sku'\?", output);
        Assert.Matches(@"Consumer\.csproj\(11,\d+\): error RTK0059: 'Acme\.Money' cannot be used: it implements none of IParsable<T>", output);
        Assert.Matches(@"shop\.overlay\.yaml\(5,\d+\): error RTK0058: The project and its references have no type 'Acme\.Ids<Acme\.Order>'", output);
    }

    private ConsumerProject Project(string name, string formats) => feed.NewProject(name)
        .WithItems($"""
                <OpenApiClient Include="api/shop.yaml" Overlay="api/shop.overlay.yaml" ClientName="ShopClient" Namespace="Acme.Shop"
                               Formats="{formats}" />
              </ItemGroup>
              <PropertyGroup>
                <IsAotCompatible>true</IsAotCompatible>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
            """)
        .WithFile("api/shop.yaml", Shop)
        .WithFile("api/shop.overlay.yaml", Overlay)
        .WithFile("Types.cs", Types)
        .WithFile("Program.cs", Program)
        .WithFile("CannedWire.cs", CannedWire);
}
