using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Options;

/// <summary>The names of the generator's items and options in a project file, and the detection of misspelled ones.</summary>
internal static class ProjectWords
{
    public const string Client = "OpenApiClient";
    public const string ClientReference = "OpenApiClientReference";

    private static readonly string[] _items = [Client, ClientReference];

    private static readonly string[] _options =
    [
        "Include", "Update", "Remove", "Exclude", "Condition", "Label", "Visible", "Link", "KeepDuplicates",
        "ClientName", "Namespace", "Overlay", "Operations", "Tags", "Paths", "ResultProperty", "Accessibility", "Documentation", "ShareTypes",
        "OperationNames", "Optional", "Formats", "Names",
    ];

    /// <summary>
    /// Items of other packages with a similar name. Those of Microsoft.Extensions.ApiDescription.Client begin as the generator's
    /// do.
    /// </summary>
    private static readonly string[] _ofOthers = ["OpenApiReference", "OpenApiProjectReference"];

    public static bool IsOption(string name) => _options.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static string? NearestOption(string name) => NearestName.Find(name, _options);

    /// <summary>Returns the item that was probably meant by an unknown name, or null if it is unrelated.</summary>
    /// <param name="hasNoClient">
    /// Whether the project names no document. Any item that mentions OpenAPI or Swagger is then reported, because the bundled
    /// client would be emitted instead.
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
