using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the place where an option was written. MSBuild hands over values without their place, so that the project
/// file's own text is searched; an item that stands elsewhere (an imported file) is shown at the head of its spec.
/// </summary>
internal sealed class OptionLocator(ProjectItems items)
{
    public SpecLocation Locate(ClientInput spec, string option) =>
        items.Find(spec)?.Attribute(option)?.Location ?? new SpecLocation(spec.Source.Path, 0, 0, 0, 0);
}
