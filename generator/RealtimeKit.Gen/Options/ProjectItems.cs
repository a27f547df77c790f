using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>The <c>OpenApiClient</c> items of the project file and of files that all projects of a folder share.</summary>
internal sealed record ProjectItems(EquatableArray<ProjectItem> Items)
{
    public static readonly ProjectItems None = new(EquatableArray<ProjectItem>.Empty);

    /// <summary>Returns the item of a client. If several items name the document, it is the one with the same names.</summary>
    public ProjectItem? Find(ClientInput spec)
    {
        ProjectItem[] ofPath = Items.Where(item => Names(item, spec.Source.Path)).ToArray();
        return ofPath.FirstOrDefault(item => Says(item, "ClientName", spec.Options.ClientName) && Says(item, "Namespace", spec.Options.Namespace))
            ?? ofPath.FirstOrDefault();
    }

    private static bool Says(ProjectItem item, string option, string value) =>
        string.Equals(item.Attribute(option)?.Value.Trim() ?? "", value, StringComparison.Ordinal);

    private static bool Names(ProjectItem item, string specPath)
    {
        string include = item.Include.Replace('\\', '/');
        while (include.StartsWith("./", StringComparison.Ordinal) || include.StartsWith("../", StringComparison.Ordinal))
        {
            include = include.Substring(include.IndexOf('/') + 1);
        }

        return include.Length > 0 && specPath.Replace('\\', '/').EndsWith(include, StringComparison.OrdinalIgnoreCase);
    }
}
