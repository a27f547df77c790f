using System.ComponentModel.DataAnnotations;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>A product of the shop.</summary>
public class Product
{
    public int Id { get; set; }

    [Required]
    [MaxLength(200)]
    public string Name { get; set; } = "";

    [Range(0.01, 1_000_000)]
    public decimal Price { get; set; }

    public ProductKind Kind { get; set; }

    public List<string> Tags { get; set; } = [];

    public Dictionary<string, string>? Attributes { get; set; }

    /// <summary>The date of the first sale.</summary>
    public DateOnly? Since { get; set; }
}

/// <summary>The kind of a product, sent as a number.</summary>
public enum ProductKind
{
    Goods,
    Service,
    Voucher,
}

/// <summary>The search criteria, all of them in the query.</summary>
public sealed class ProductQuery
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; set; }

    public decimal? MinPrice { get; set; }

    public List<int>? Ids { get; set; }

    public ProductKind? Kind { get; set; }

    public int Page { get; set; } = 1;
}

/// <summary>The fields of the product form.</summary>
public sealed class ProductForm
{
    public required string Name { get; set; }
    public decimal Price { get; set; }
    public List<string> Tags { get; set; } = [];
    public IFormFile? Picture { get; set; }
    public List<IFormFile> Documents { get; set; } = [];
}
