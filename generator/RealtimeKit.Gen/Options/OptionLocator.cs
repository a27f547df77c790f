using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the place of an option. MSBuild passes values without their place, so the text of the project file is searched. An item
/// of an imported file is reported at the start of its spec.
/// </summary>
internal sealed class OptionLocator(ProjectItems items)
{
    public SpecLocation Locate(ClientInput spec, string option) =>
        items.Find(spec)?.Attribute(option)?.Location ?? new SpecLocation(spec.Source.Path, 0, 0, 0, 0);
}
