using Microsoft.CodeAnalysis.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>The option values of one item as MSBuild handed them over, unchecked.</summary>
internal sealed record RawOptions
{
    /// <summary>Stands between the values of several clients of one document.</summary>
    private const char BetweenClients = '+';

    private const string MetadataPrefix = "build_metadata.AdditionalFiles.RealtimeKit";

    public string ClientName { get; init; } = "";

    public string Namespace { get; init; } = "";

    /// <summary>A list, as are the filters: <see cref="Split"/> gives the entries.</summary>
    public string Overlay { get; init; } = "";

    public string Operations { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Paths { get; init; } = "";

    public string ResultProperty { get; init; } = "";

    public string Accessibility { get; init; } = "";

    public string Documentation { get; init; } = "";

    public string RootNamespace { get; init; } = "";

    /// <summary>
    /// One for each client that a file gives: none where the file is no spec, several where several items name one document.
    /// </summary>
    public static IReadOnlyList<RawOptions> ReadAll(AnalyzerConfigOptions item, AnalyzerConfigOptions global)
    {
        int count = Metadata(item, "Role").Split(BetweenClients).Length;
        return Enumerable.Range(0, count).Select(index => Read(item, global, count == 1 ? -1 : index)).ToArray();
    }

    public static SpecRole? ReadRole(AnalyzerConfigOptions item) => Metadata(item, "Role").Split(BetweenClients)[0] switch
    {
        "spec" => SpecRole.Spec,
        "overlay" => SpecRole.Overlay,
        "reference" => SpecRole.Reference,
        "project" => SpecRole.Project,
        "project-without-client" => SpecRole.ProjectWithoutClient,
        _ => null,
    };

    /// <summary>The entries of a list: separated by <c>;</c> in the project file and by <c>|</c> once MSBuild has handed them over.</summary>
    public static IReadOnlyList<string> Split(string list) => list
        .Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static entry => Uri.UnescapeDataString(entry).Trim())
        .Where(static entry => entry.Length > 0)
        .ToArray();

    /// <summary>The targets percent-encode what would begin a comment on the way, or end a list: a folder may well be called C#.</summary>
    private static RawOptions Read(AnalyzerConfigOptions item, AnalyzerConfigOptions global, int index)
    {
        string List(string name) => index < 0 ? Metadata(item, name) : Metadata(item, name).Split(BetweenClients).ElementAtOrDefault(index) ?? "";
        string Value(string name) => Uri.UnescapeDataString(List(name)).Trim();
        return new RawOptions
        {
            ClientName = Value("ClientName"),
            Namespace = Value("Namespace"),
            Overlay = List("Overlay"),
            Operations = List("Operations"),
            Tags = List("Tags"),
            Paths = List("Paths"),
            ResultProperty = Value("ResultProperty"),
            Accessibility = Value("Accessibility"),
            Documentation = Value("Documentation"),
            RootNamespace = global.TryGetValue("build_property.RootNamespace", out string? value) ? value : "",
        };
    }

    private static string Metadata(AnalyzerConfigOptions item, string name) =>
        item.TryGetValue(MetadataPrefix + name, out string? value) ? value.Trim() : "";
}
