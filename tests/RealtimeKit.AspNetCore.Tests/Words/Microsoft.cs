using System.Globalization;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>
/// Tests of what differs in the documents of Microsoft.AspNetCore.OpenApi: they have unions, and no values for enums that are
/// numbers or flags.
/// </summary>
internal static class Words
{
    public const long Low = -1;
    public const long MaybeLow = Low;
    public const long High = 10;
    public const long Voucher = 2;
    public const long ReadAndDelete = 5;
    public const string SearchAndExport = "Search, Export";

    public static Shape Circle(string? colour, double radius) => new ShapeCircle { Colour = colour, Radius = radius };

    public static Shape Rectangle(double width, double height) => new ShapeRectangle { Width = width, Height = height };

    public static Vehicle Vehicle(string plate) => new VehicleVehicle { Plate = plate };

    public static Vehicle Car(string plate, int seats) => new VehicleCar { Plate = plate, Seats = seats };

    public static Vehicle Van(string plate, int seats, double loadVolume) => new VehicleVan { Plate = plate, Seats = seats, LoadVolume = loadVolume };

    public static string Describe(Shape shape) => shape.Match(
        static circle => string.Create(CultureInfo.InvariantCulture, $"circle {Value(circle.Colour) ?? "-"} {circle.Radius}"),
        static rectangle => string.Create(CultureInfo.InvariantCulture, $"rectangle {Value(rectangle.Colour) ?? "-"} {rectangle.Width}x{rectangle.Height}"),
        static unknown => unknown.GetRawText());

    public static string Describe(Vehicle vehicle) => vehicle.Match(
        static vehicle => $"vehicle {vehicle.Plate}",
        static car => $"car {car.Plate} {car.Seats}",
        static van => string.Create(CultureInfo.InvariantCulture, $"van {van.Plate} {van.Seats} {van.LoadVolume}"),
        static unknown => unknown.GetRawText());

    public static IReadOnlyDictionary<string, int> ByStatus(int open, int paid) => new Dictionary<string, int> { ["Open"] = open, ["Paid"] = paid };

    public static (int Open, int Paid) OpenAndPaid(IReadOnlyDictionary<string, int> byStatus) => (byStatus["Open"], byStatus["Paid"]);

    public static IReadOnlyDictionary<string, EnvelopeOfProduct> Envelopes(params (string Key, string Name)[] products) =>
        products.ToDictionary(static product => product.Key, static product => new EnvelopeOfProduct { Value = new() { Name = product.Name, Price = 1 } });

    public static EnvelopeOfint Envelope(int value) => new() { Value = value };

    public static Task<StoredFiles> UploadCaptionedFileAsync(ShopClient shop, FileContent file, string caption) =>
        shop.Files.UploadCaptionedFileAsync(new() { File = file, Caption = caption });
}
