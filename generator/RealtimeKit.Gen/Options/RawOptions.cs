using Microsoft.CodeAnalysis.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>The option values of one item as MSBuild handed them over, unchecked.</summary>
internal sealed record RawOptions
{
    private const string MetadataPrefix = "build_metadata.AdditionalFiles.RealtimeKit";

    public string ClientName { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Overlay { get; init; } = "";

    public string Operations { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Paths { get; init; } = "";

    public string ResultProperty { get; init; } = "";

    public string Accessibility { get; init; } = "";

    public string Documentation { get; init; } = "";

    public string RootNamespace { get; init; } = "";

    public static RawOptions Read(AnalyzerConfigOptions item, AnalyzerConfigOptions global) => new()
    {
        ClientName = Metadata(item, "ClientName"),
        Namespace = Metadata(item, "Namespace"),
        // The targets encode what would begin a comment on the way: a folder may well be called C#.
        Overlay = Uri.UnescapeDataString(Metadata(item, "Overlay")),
        Operations = Metadata(item, "Operations"),
        Tags = Metadata(item, "Tags"),
        Paths = Metadata(item, "Paths"),
        ResultProperty = Metadata(item, "ResultProperty"),
        Accessibility = Metadata(item, "Accessibility"),
        Documentation = Metadata(item, "Documentation"),
        RootNamespace = global.TryGetValue("build_property.RootNamespace", out string? value) ? value : "",
    };

    public static SpecRole? ReadRole(AnalyzerConfigOptions item) => Metadata(item, "Role") switch
    {
        "spec" => SpecRole.Spec,
        "overlay" => SpecRole.Overlay,
        "reference" => SpecRole.Reference,
        "project" => SpecRole.Project,
        _ => null,
    };

    private static string Metadata(AnalyzerConfigOptions item, string name) =>
        item.TryGetValue(MetadataPrefix + name, out string? value) ? value.Trim() : "";
}
