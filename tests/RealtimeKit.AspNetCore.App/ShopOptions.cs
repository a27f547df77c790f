using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App;

/// <summary>How the application writes JSON. Each document is written for one setting, and its client is tested against the same.</summary>
public sealed record ShopOptions
{
    /// <summary>What ASP.NET Core does when nobody says otherwise: numbers are read from text, too.</summary>
    public static ShopOptions Default { get; } = new();

    /// <summary>Numbers are numbers only, and names are written in snake case.</summary>
    public static ShopOptions StrictSnakeCase { get; } = new()
    {
        NumberHandling = JsonNumberHandling.Strict,
        NamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public JsonNumberHandling NumberHandling { get; init; } = JsonNumberHandling.AllowReadingFromString;

    public JsonNamingPolicy NamingPolicy { get; init; } = JsonNamingPolicy.CamelCase;

    internal void ApplyTo(JsonSerializerOptions options)
    {
        options.NumberHandling = NumberHandling;
        options.PropertyNamingPolicy = NamingPolicy;
    }
}
