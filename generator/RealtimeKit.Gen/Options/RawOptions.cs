using Microsoft.CodeAnalysis.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>The options of one item as MSBuild passes them, unchecked.</summary>
internal sealed record RawOptions
{
    /// <summary>The separator between the values of several clients of one document.</summary>
    private const char BetweenClients = '+';

    private const string MetadataPrefix = "build_metadata.AdditionalFiles.RealtimeKit";

    public string ClientName { get; init; } = "";

    public string Namespace { get; init; } = "";

    /// <summary>Gets a list such as the filters; <see cref="Split"/> returns its entries.</summary>
    public string Overlay { get; init; } = "";

    public string Operations { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Paths { get; init; } = "";

    public string ResultProperty { get; init; } = "";

    public string Accessibility { get; init; } = "";

    public string Documentation { get; init; } = "";

    public string ShareTypes { get; init; } = "";

    public string OperationNames { get; init; } = "";

    public string Optional { get; init; } = "";

    /// <summary>Gets a list of formats and types; <see cref="Split"/> returns its entries.</summary>
    public string Formats { get; init; } = "";

    /// <summary>Gets the path of the names file.</summary>
    public string Names { get; init; } = "";

    /// <summary>Gets the project's property <c>UpdateOpenApiNames</c>.</summary>
    public string UpdateNames { get; init; } = "";

    public string RootNamespace { get; init; } = "";

    /// <summary>Returns one entry for each client of a file: none if the file is not a spec, several if several items name it.</summary>
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
        "names" => SpecRole.Names,
        "project" => SpecRole.Project,
        "project-without-client" => SpecRole.ProjectWithoutClient,
        _ => null,
    };

    /// <summary>
    /// Returns the entries of a list. They are separated by <c>;</c> in the project file and by <c>|</c> when MSBuild passes
    /// them.
    /// </summary>
    public static IReadOnlyList<string> Split(string list) => list
        .Split(['|', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static entry => Uri.UnescapeDataString(entry).Trim())
        .Where(static entry => entry.Length > 0)
        .ToArray();

    /// <summary>
    /// Decodes a value. The targets percent-encode characters that would begin a comment or end a list, for example in a folder
    /// called C#.
    /// </summary>
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
            ShareTypes = Value("ShareTypes"),
            OperationNames = Value("OperationNames"),
            Optional = Value("Optional"),
            Formats = List("Formats"),
            Names = Value("Names"),
            UpdateNames = Value("UpdateNames"),
            RootNamespace = global.TryGetValue("build_property.RootNamespace", out string? value) ? value : "",
        };
    }

    private static string Metadata(AnalyzerConfigOptions item, string name) =>
        item.TryGetValue(MetadataPrefix + name, out string? value) ? value.Trim() : "";
}
