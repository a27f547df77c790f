using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>An order of a customer.</summary>
public sealed record Order
{
    /// <summary>The number of the order.</summary>
    public int Id { get; set; }

    /// <summary>The customer who placed the order.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string Customer { get; set; }

    /// <summary>The current status.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>The ordered lines.</summary>
    public required List<OrderLine> Lines { get; set; }

    /// <summary>The total price.</summary>
    public decimal Total { get; set; }

    /// <summary>A reduction in percent, if there is one.</summary>
    [Range(0, 100)]
    public int? Discount { get; set; }

    /// <summary>The note of the customer.</summary>
    public string? Note { get; set; }

    /// <summary>The delivery address.</summary>
    public Address? ShipTo { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    [JsonPropertyName("external_ref")]
    public string? Reference { get; set; }

    [JsonIgnore]
    public string Internal => $"{Id}/{Customer}";
}

/// <summary>One line of an order.</summary>
/// <param name="Sku">Which product.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="UnitPrice">The price of one unit.</param>
public sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice);

public sealed record Address(string Street, string City, string? Zip = null);

/// <summary>The status of an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
    Cancelled,
}

/// <summary>The changes to an order. Null leaves a value unchanged.</summary>
public sealed record OrderPatch
{
    public OrderStatus? Status { get; init; }

    public string? Note { get; init; }

    public int? Discount { get; init; }
}
