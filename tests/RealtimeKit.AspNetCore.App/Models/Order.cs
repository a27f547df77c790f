using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>An order of a customer.</summary>
public sealed record Order
{
    /// <summary>The number that the shop gave the order.</summary>
    public int Id { get; set; }

    /// <summary>Who ordered.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string Customer { get; set; }

    /// <summary>What remains to be done.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>What is ordered.</summary>
    public required List<OrderLine> Lines { get; set; }

    /// <summary>What it costs.</summary>
    public decimal Total { get; set; }

    /// <summary>A reduction in percent, if there is one.</summary>
    [Range(0, 100)]
    public int? Discount { get; set; }

    /// <summary>What the customer said.</summary>
    public string? Note { get; set; }

    /// <summary>Where it goes.</summary>
    public Address? ShipTo { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    [JsonPropertyName("external_ref")]
    public string? Reference { get; set; }

    [JsonIgnore]
    public string Internal => $"{Id}/{Customer}";
}

/// <summary>One line of an order.</summary>
/// <param name="Sku">Which product.</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="UnitPrice">What one costs.</param>
public sealed record OrderLine(string Sku, int Quantity, decimal UnitPrice);

public sealed record Address(string Street, string City, string? Zip = null);

/// <summary>How far an order is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
    Cancelled,
}

/// <summary>What of an order is to be changed; what is null stays.</summary>
public sealed record OrderPatch
{
    public OrderStatus? Status { get; init; }

    public string? Note { get; init; }

    public int? Discount { get; init; }
}
