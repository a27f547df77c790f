using System.ComponentModel.DataAnnotations;

namespace RealtimeKit.AspNetCore.App.Models;

/// <summary>Something the shop sells.</summary>
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

    /// <summary>When it was first sold.</summary>
    public DateOnly? Since { get; set; }
}

/// <summary>What kind of thing a product is; a number on the wire.</summary>
public enum ProductKind
{
    Goods,
    Service,
    Voucher,
}

/// <summary>What to look for, all of it in the query.</summary>
public sealed class ProductQuery
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; set; }

    public decimal? MinPrice { get; set; }

    public List<int>? Ids { get; set; }

    public ProductKind? Kind { get; set; }

    public int Page { get; set; } = 1;
}

/// <summary>What a form of products holds.</summary>
public sealed class ProductForm
{
    public required string Name { get; set; }
    public decimal Price { get; set; }
    public List<string> Tags { get; set; } = [];
    public IFormFile? Picture { get; set; }
    public List<IFormFile> Documents { get; set; } = [];
}
