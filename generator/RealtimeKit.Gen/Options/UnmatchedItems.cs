using System.Xml;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the items of a project file that match no file, which MSBuild does not report. If the project then has no client, the
/// bundled client would be emitted instead. Shared files (<c>Directory.Build.props</c>) may match in only some projects and are
/// never reported.
/// </summary>
internal sealed class UnmatchedItems(ClientInput project, EquatableArray<string> paths)
{
    private readonly bool _isShared = !project.Source.Path.EndsWith("proj", StringComparison.OrdinalIgnoreCase);
    private readonly ItemPatterns _patterns = new(project.Source.Path, paths);
    private readonly List<(string Include, SpecLocation Location)> _named = [];
    private bool _mayBeMeant;

    /// <summary>The depth of the element whose content may be conditional; -1 outside of one.</summary>
    private int _guardedDepth = -1;

    /// <summary>Called for each element before it is read.</summary>
    public void Enter(XmlReader reader)
    {
        if (_guardedDepth >= reader.Depth)
        {
            _guardedDepth = -1;
        }

        if (_guardedDepth < 0 && (reader.GetAttribute("Condition") is not null || reader.LocalName is "Target" or "Choose"))
        {
            _guardedDepth = reader.Depth;
        }
    }

    /// <summary>Called for each of the generator's items.</summary>
    public void Add(ProjectItem item, SpecLocation location)
    {
        _mayBeMeant |= item.Attribute("Remove") is not null;
        if (_guardedDepth >= 0 || item.Include.Trim().Length == 0)
        {
            return;
        }

        if (project.Role == SpecRole.ProjectWithoutClient)
        {
            _named.Add((item.Include, location));
        }
        else if (item.Attribute("Exclude") is null)
        {
            _patterns.Add(item.Include, "Include", location);
        }

        if (item.Attribute("Overlay") is { } overlay)
        {
            _patterns.Add(overlay.Value, "Overlay", overlay.Location);
        }
    }

    /// <summary>Called for each item of a referenced document.</summary>
    public void AddReference(XmlReader reader, SpecLocation location)
    {
        _mayBeMeant |= reader.GetAttribute("Remove") is not null;
        if (_guardedDepth < 0 && reader.GetAttribute("Include") is { } include && reader.GetAttribute("Exclude") is null)
        {
            _patterns.Add(include, "Include", location);
        }
    }

    public void Report(DiagnosticBag diagnostics)
    {
        if (_isShared || _mayBeMeant)
        {
            return;
        }

        foreach ((string include, SpecLocation location) in _named)
        {
            diagnostics.Add(Descriptors.FileNotFound, location, include, "; no file matches this Include");
        }

        _patterns.Report(diagnostics);
    }
}
