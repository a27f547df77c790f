using System.Xml;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// The items of a project that has no client in the end, although its file names a document: a pattern that no file
/// matches is no item to MSBuild, nor is an empty list, and the bundled client would come out in its place.
/// </summary>
internal sealed class UnmatchedItems(ClientInput project)
{
    private readonly List<(string Include, SpecLocation Location)> _named = [];
    private bool _mayBeMeant = project.Role != SpecRole.ProjectWithoutClient || !project.Source.Path.EndsWith("proj", StringComparison.OrdinalIgnoreCase);

    /// <summary>How deep the element stands whose content may not count at all; -1 outside of one.</summary>
    private int _guardedDepth = -1;

    /// <summary>Told of each element before it is read.</summary>
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

    /// <summary>Told of each of our items.</summary>
    public void Add(ProjectItem item, SpecLocation location)
    {
        _mayBeMeant |= item.Attribute("Remove") is not null;
        if (_guardedDepth < 0 && item.Include.Trim().Length > 0)
        {
            _named.Add((item.Include, location));
        }
    }

    public void Report(DiagnosticBag diagnostics)
    {
        foreach ((string include, SpecLocation location) in _mayBeMeant ? [] : _named)
        {
            diagnostics.Add(Descriptors.FileNotFound, location, include, "; no file matches this Include");
        }
    }
}
