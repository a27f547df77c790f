using System.Reflection;
using System.Text.Json;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>The document of this project.</summary>
internal static class ShopDocument
{
#if STRICT
    public static ShopOptions Options => ShopOptions.StrictSnakeCase;
#else
    public static ShopOptions Options => ShopOptions.Default;
#endif

    /// <summary>Gets the path of the document.</summary>
    public static string Path => Metadata("Document");

    /// <summary>Gets the program that writes the document.</summary>
    public static string Writer => Metadata("Writer");

    /// <summary>Gets the document's operations, such as <c>GET /orders/{id}</c>.</summary>
    public static IReadOnlyList<string> Operations()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path));
        return [.. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(static path =>
            path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"))];
    }

    private static string Metadata(string key) => typeof(ShopDocument).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
