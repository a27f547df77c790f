using System.Globalization;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>
/// Tests of what differs in the document of NSwag: it has a hierarchy of types, and enums with the names of their values.
/// </summary>
internal static class Words
{
    public const Priority Low = Priority.Low;
    public const Priority High = Priority.High;
    public const ProductKind Voucher = ProductKind.Voucher;
    public const Permissions ReadAndDelete = Permissions.Read | Permissions.Delete;
    public const Features SearchAndExport = Features.Search | Features.Export;

    public static OpenEnum<Priority> MaybeLow => Low;

    public static Shape Circle(string? colour, double radius) => new Circle { Colour = colour, Radius = radius };

    public static Shape Rectangle(double width, double height) => new Rectangle { Width = width, Height = height };

    public static Vehicle Vehicle(string plate) => new() { Plate = plate };

    public static Vehicle Car(string plate, int seats) => new Car { Plate = plate, Seats = seats };

    public static Vehicle Van(string plate, int seats, double loadVolume) => new Van { Plate = plate, Seats = seats, LoadVolume = loadVolume };

    public static string Describe(Shape shape) => shape switch
    {
        Circle circle => string.Create(CultureInfo.InvariantCulture, $"circle {Value(circle.Colour) ?? "-"} {circle.Radius}"),
        Rectangle rectangle => string.Create(CultureInfo.InvariantCulture, $"rectangle {Value(rectangle.Colour) ?? "-"} {rectangle.Width}x{rectangle.Height}"),
        _ => shape.ToString(),
    };

    public static string Describe(Vehicle vehicle) => vehicle switch
    {
        Van van => string.Create(CultureInfo.InvariantCulture, $"van {van.Plate} {van.Seats} {van.LoadVolume}"),
        Car car => $"car {car.Plate} {car.Seats}",
        _ => $"vehicle {vehicle.Plate}",
    };

    public static IReadOnlyDictionary<string, int> ByStatus(int open, int paid) => new Dictionary<string, int> { ["Open"] = open, ["Paid"] = paid };

    public static (int Open, int Paid) OpenAndPaid(IReadOnlyDictionary<string, int> byStatus) => (byStatus["Open"], byStatus["Paid"]);

    public static IReadOnlyDictionary<string, EnvelopeOfProduct> Envelopes(params (string Key, string Name)[] products) =>
        products.ToDictionary(static product => product.Key, static product => new EnvelopeOfProduct { Value = new() { Name = product.Name, Price = 1 } });

    public static EnvelopeOfInteger Envelope(int value) => new() { Value = value };

    public static Task<StoredFiles> UploadCaptionedFileAsync(ShopClient shop, FileContent file, string caption) =>
        shop.Files.UploadCaptionedFileAsync(new() { File = file, Caption = caption });
}
