using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the place where an option was written. MSBuild hands over values without their place, so that the project
/// file's own text is searched; an item that stands elsewhere (an imported file) is shown at the head of its spec.
/// </summary>
internal sealed class OptionLocator(ProjectItems items)
{
    public SpecLocation Locate(SpecSource spec, string option) =>
        items.Find(spec.Path)?.Attribute(option) ?? new SpecLocation(spec.Path, 0, 0, 0, 0);
}
