using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>An attribute or child element of an <c>OpenApiClient</c> item, with the place of its name.</summary>
internal sealed record ProjectItemOption(string Name, string Value, SpecLocation Location);

/// <summary>An <c>OpenApiClient</c> item as written in the project file.</summary>
internal sealed record ProjectItem(string Include, EquatableArray<ProjectItemOption> Options)
{
    public ProjectItemOption? Attribute(string name)
    {
        foreach (ProjectItemOption option in Options)
        {
            if (string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return option;
            }
        }

        return null;
    }
}
