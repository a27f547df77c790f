using System.Xml;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Finds the generator's items in the text of the project file. MSBuild passes only known items and metadata, so misspelled ones
/// would otherwise be ignored without a diagnostic.
/// </summary>
internal static class ProjectFileReader
{
    /// <param name="project">The project file, or a file that all projects of a folder share.</param>
    /// <param name="paths">The files that the items of the project name.</param>
    public static Result<ProjectItems> Read(ClientInput project, EquatableArray<string> paths)
    {
        DiagnosticBag diagnostics = new();
        List<ProjectItem> items = [];
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 << 20 };
        using XmlReader reader = XmlReader.Create(new StringReader(project.Source.Text), settings);
        bool isInItemGroup = false;
        int groupDepth = 0;
        UnmatchedItems unmatched = new(project, paths);
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                unmatched.Enter(reader);
                if (reader.LocalName == "ItemGroup")
                {
                    (isInItemGroup, groupDepth) = (true, reader.Depth);
                }
                else if (string.Equals(reader.LocalName, ProjectWords.Client, StringComparison.OrdinalIgnoreCase))
                {
                    SpecLocation location = LocationOf(reader, project.Source);
                    items.Add(ReadItem(reader, project.Source, diagnostics));
                    unmatched.Add(items[items.Count - 1], location);
                }
                else if (string.Equals(reader.LocalName, ProjectWords.ClientReference, StringComparison.OrdinalIgnoreCase))
                {
                    unmatched.AddReference(reader, LocationOf(reader, project.Source));
                }
                else if (isInItemGroup && reader.Depth == groupDepth + 1 && reader.GetAttribute("Include") is not null)
                {
                    CheckName(reader, project, diagnostics);
                }
            }
        }
        catch (XmlException)
        {
            // MSBuild reports faults of the file itself. The part before the fault is used.
        }

        unmatched.Report(diagnostics);
        return new Result<ProjectItems>(new ProjectItems(items.ToEquatableArray()), diagnostics.ToEquatableArray());
    }

    private static void CheckName(XmlReader reader, ClientInput project, DiagnosticBag diagnostics)
    {
        if (ProjectWords.Meant(reader.LocalName, project.Role == SpecRole.ProjectWithoutClient) is { } meant)
        {
            diagnostics.Add(Descriptors.ItemUnknown, LocationOf(reader, project.Source), reader.LocalName, NearestName.DidYouMean(meant));
        }
    }

    private static ProjectItem ReadItem(XmlReader reader, SpecSource project, DiagnosticBag diagnostics)
    {
        string include = reader.GetAttribute("Include") ?? "";
        List<ProjectItemOption> options = [];
        foreach (ProjectItemOption option in ReadAttributes(reader, project).Concat(ReadElements(reader, project)))
        {
            options.Add(option);
            if (!ProjectWords.IsOption(option.Name))
            {
                string hint = NearestName.DidYouMean(ProjectWords.NearestOption(option.Name));
                diagnostics.Add(Descriptors.OptionUnknown, option.Location, option.Name, hint);
            }
        }

        return new ProjectItem(include, options.ToEquatableArray());
    }

    private static IEnumerable<ProjectItemOption> ReadAttributes(XmlReader reader, SpecSource project)
    {
        while (reader.MoveToNextAttribute())
        {
            yield return new ProjectItemOption(reader.LocalName, reader.Value, LocationOf(reader, project));
        }

        reader.MoveToElement();
    }

    /// <summary>Reads the metadata that an item has as elements within its own.</summary>
    private static IEnumerable<ProjectItemOption> ReadElements(XmlReader reader, SpecSource project)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        int depth = reader.Depth;
        ProjectItemOption? open = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                if (open is not null)
                {
                    yield return open;
                }

                open = new ProjectItemOption(reader.LocalName, "", LocationOf(reader, project));
            }
            else if (open is not null && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                open = open with { Value = open.Value + reader.Value };
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>Returns the place of the name at the reader's position.</summary>
    private static SpecLocation LocationOf(XmlReader reader, SpecSource project)
    {
        IXmlLineInfo position = (IXmlLineInfo)reader;
        return new SpecLocation(project.Path, 0, reader.LocalName.Length, Math.Max(0, position.LineNumber - 1), Math.Max(0, position.LinePosition - 1));
    }
}
