using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeKit.AspNetCore.App;

/// <summary>
/// The JSON settings of the application. Each document is written with one setting, and its client is tested with the same
/// setting.
/// </summary>
public sealed record ShopOptions
{
    /// <summary>The defaults of ASP.NET Core: numbers are also read from text.</summary>
    public static ShopOptions Default { get; } = new();

    /// <summary>Numbers are not read from text, and names are written in snake case.</summary>
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
