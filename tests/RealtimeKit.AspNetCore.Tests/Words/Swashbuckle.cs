using System.Globalization;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>
/// Tests of what differs in the document of Swashbuckle: it has a hierarchy of types, and enums without the names of their
/// values.
/// </summary>
internal static class Words
{
    public const Priority Low = Priority.ValueMinus1;
    public const Priority High = Priority.Value10;
    public const ProductKind Voucher = ProductKind.Value2;
    public const Permissions ReadAndDelete = Permissions.Value1 | Permissions.Value4;

    public static OpenEnum<Priority> MaybeLow => Low;

    /// <summary>Gets two flags. The document does not describe the enum as flags, so a combination is an unknown value.</summary>
    public static OpenEnum<Features> SearchAndExport => OpenEnum<Features>.FromWire("Search, Export");

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

    public static DictionariesByStatus ByStatus(int open, int paid) => new() { Open = open, Paid = paid };

    public static (int? Open, int? Paid) OpenAndPaid(DictionariesByStatus byStatus) => (byStatus.Open, byStatus.Paid);

    public static IReadOnlyDictionary<string, ProductEnvelope> Envelopes(params (string Key, string Name)[] products) =>
        products.ToDictionary(static product => product.Key, static product => new ProductEnvelope { Value = new() { Name = product.Name, Price = 1 } });

    public static Int32Envelope Envelope(int value) => new() { Value = value };

    public static Task<StoredFiles> UploadCaptionedFileAsync(ShopClient shop, FileContent file, string caption) =>
        shop.Files.UploadCaptionedFileAsync(new() { File = file, Caption = caption });
}
