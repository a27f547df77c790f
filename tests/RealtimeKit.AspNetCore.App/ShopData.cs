namespace RealtimeKit.AspNetCore.App;

/// <summary>The data of the shop, which the tests use too.</summary>
public static class ShopData
{
    public static Order Order(int id) => new()
    {
        Id = id,
        Customer = "Ada",
        Status = OrderStatus.Paid,
        Lines = [new("A-1", 2, 9.99m), new("B-2", 1, 12345678901234567.89m)],
        Total = 19.98m,
        Discount = 5,
        Note = null,
        ShipTo = new("1 High Street", "Leeds"),
        PlacedAt = new(2026, 3, 4, 5, 6, 7, TimeSpan.FromHours(2)),
        Reference = $"ref-{id}",
    };

    public static Product Product(int id) => new()
    {
        Id = id,
        Name = $"Product {id}",
        Price = 4.25m,
        Kind = ProductKind.Voucher,
        Tags = ["new", "blue"],
        Attributes = new() { ["size"] = "L" },
        Since = new(2025, 12, 31),
    };

    public static Shape[] Shapes() =>
        [new Circle { Colour = "red", Radius = 1.5 }, new Rectangle { Width = 2, Height = 3 }];

    /// <summary>Eight bytes that are not valid in any text encoding.</summary>
    public static byte[] Picture { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x00, 0xFF];
}
