using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>The <c>OpenApiClient</c> items that the project file itself holds.</summary>
internal sealed record ProjectItems(EquatableArray<ProjectItem> Items)
{
    public static readonly ProjectItems None = new(EquatableArray<ProjectItem>.Empty);

    public ProjectItem? Find(string specPath)
    {
        string normalized = specPath.Replace('\\', '/');
        foreach (ProjectItem item in Items)
        {
            string include = item.Include.Replace('\\', '/');
            while (include.StartsWith("./", StringComparison.Ordinal) || include.StartsWith("../", StringComparison.Ordinal))
            {
                include = include.Substring(include.IndexOf('/') + 1);
            }

            if (include.Length > 0 && normalized.EndsWith(include, StringComparison.OrdinalIgnoreCase))
            {
                return item;
            }
        }

        return null;
    }
}
