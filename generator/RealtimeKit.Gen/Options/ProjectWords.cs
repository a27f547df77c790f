using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Options;

/// <summary>The names of items and options that a project file may hold for us, and those that are probably meant to be one.</summary>
internal static class ProjectWords
{
    public const string Client = "OpenApiClient";
    public const string ClientReference = "OpenApiClientReference";

    private static readonly string[] _items = [Client, ClientReference];

    private static readonly string[] _options =
    [
        "Include", "Update", "Remove", "Exclude", "Condition", "Label", "Visible", "Link", "KeepDuplicates",
        "ClientName", "Namespace", "Overlay", "Operations", "Tags", "Paths", "ResultProperty", "Accessibility", "Documentation",
    ];

    /// <summary>Items of other packages that begin as ours do: those of Microsoft.Extensions.ApiDescription.Client. The first was ours as well.</summary>
    private static readonly string[] _ofOthers = ["OpenApiReference", "OpenApiProjectReference"];

    public static bool IsOption(string name) => _options.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static string? NearestOption(string name) => NearestName.Find(name, _options);

    /// <summary>Our item that one of another name was probably meant to be; null where it has nothing to do with us.</summary>
    /// <param name="hasNoClient">
    /// Whether the project names no document: then whatever speaks of OpenAPI or Swagger is taken for a try at it, since the
    /// bundled client would come out instead.
    /// </param>
    public static string? Meant(string item, bool hasNoClient)
    {
        if (_items.Concat(_ofOthers).Contains(item, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return NearestName.Find(item, _items)
            ?? (hasNoClient && (Speaks(item, "OpenApi") || Speaks(item, "Swagger")) ? Client : null);
    }

    private static bool Speaks(string item, string word) => item.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
