using System.Xml;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Options;

/// <summary>
/// Looks for <c>OpenApiClient</c> items in the project file's text, since MSBuild passes on only the metadata it was
/// told about: a misspelt option would otherwise be lost without a word.
/// </summary>
internal static class ProjectFileReader
{
    private static readonly string[] _known =
    [
        "Include", "Update", "Remove", "Exclude", "Condition", "Label", "Visible", "Link", "KeepDuplicates",
        "ClientName", "Namespace", "Overlay", "Operations", "Tags", "Paths", "ResultProperty", "Accessibility", "Documentation",
    ];

    public static Result<ProjectItems> Read(SpecSource project)
    {
        DiagnosticBag diagnostics = new();
        List<ProjectItem> items = [];
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 << 20 };
        using XmlReader reader = XmlReader.Create(new StringReader(project.Text), settings);
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "OpenApiClient")
                {
                    items.Add(ReadItem(reader, project, diagnostics));
                }
            }
        }
        catch (XmlException)
        {
            // MSBuild has read this file already and is the one to complain of it; what stands before the fault counts.
        }

        return new Result<ProjectItems>(new ProjectItems(items.ToEquatableArray()), diagnostics.ToEquatableArray());
    }

    private static ProjectItem ReadItem(XmlReader reader, SpecSource project, DiagnosticBag diagnostics)
    {
        string include = reader.GetAttribute("Include") ?? "";
        List<ProjectItemOption> options = [];

        void Add()
        {
            string name = reader.LocalName;
            IXmlLineInfo position = (IXmlLineInfo)reader;
            SpecLocation location = new(project.Path, 0, name.Length, Math.Max(0, position.LineNumber - 1), Math.Max(0, position.LinePosition - 1));
            options.Add(new ProjectItemOption(name, location));
            if (!_known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                string? nearest = NearestName.Find(name, _known);
                diagnostics.Add(Descriptors.OptionUnknown, location, name, nearest is null ? "" : $"; did you mean '{nearest}'?");
            }
        }

        bool isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            Add();
        }

        reader.MoveToElement();
        if (!isEmpty)
        {
            int depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
                {
                    Add();
                }
            }
        }

        return new ProjectItem(include, options.ToEquatableArray());
    }
}
