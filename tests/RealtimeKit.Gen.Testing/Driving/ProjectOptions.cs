using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>The compiler configuration that MSBuild writes for a project with the given items.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    private const string MetadataPrefix = "build_metadata.AdditionalFiles.RealtimeKit";

    /// <summary>MSBuild writes all these names; those that the item does not set are empty.</summary>
    private static readonly string[] _names =
        ["Role", "ClientName", "Namespace", "Overlay", "Operations", "Tags", "Paths", "ResultProperty", "Accessibility", "Documentation", "ShareTypes",
            "OperationNames", "Optional", "Formats", "Names", "UpdateNames"];

    private static readonly Values _none = new(new Dictionary<string, string>());

    private readonly Dictionary<string, Values> _byPath;

    public ProjectOptions(IEnumerable<SpecItem> items, string rootNamespace)
    {
        GlobalOptions = new Values(new Dictionary<string, string> { ["build_property.RootNamespace"] = rootNamespace });
        _byPath = items.ToDictionary(static item => item.Text.Path, ValuesOf, StringComparer.Ordinal);
    }

    public override AnalyzerConfigOptions GlobalOptions { get; }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

    // Files are compared by path, because an edited text is a new object with the same path.
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _byPath.GetValueOrDefault(textFile.Path, _none);

    private static Values ValuesOf(SpecItem item)
    {
        var values = _names.ToDictionary(static name => MetadataPrefix + name, static _ => "");
        values[MetadataPrefix + "Role"] = item.Role;
        foreach ((string name, string value) in item.Metadata)
        {
            values[MetadataPrefix + name] = value;
        }

        return new Values(values);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = new(values, KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _values.TryGetValue(key, out value);
    }
}
