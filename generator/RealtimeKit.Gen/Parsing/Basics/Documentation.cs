using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Turns descriptions of a document into documentation of C#.</summary>
internal sealed class Documentation(SchemaIndex index, bool isOn)
{
    /// <summary>The longest text that is kept. Documentation is read in a tooltip.</summary>
    private const int LongestText = 1200;

    private const int LongestExample = 120;

    /// <summary>
    /// Returns the documentation of a schema. A title usually repeats the schema's name, so it is used only if there is no
    /// description.
    /// </summary>
    public DocModel OfSchema(JsonSchema schema, string fallback) =>
        WithKeys(
            Of(
                ReferenceChain.Nearest(schema, static link => link.Description) ?? ReferenceChain.Nearest(schema, static link => link.Title),
                null,
                ReferenceChain.Nearest(schema, index.DocsOf),
                fallback),
            schema);

    /// <summary>Returns the documentation of a property, with its example if that is a single value and not a secret.</summary>
    public DocModel OfProperty(JsonSchema schema, string fallback, bool isSecret)
    {
        string example = PlainText.Of(ReferenceChain.Nearest(schema, static link => link.Example)) ?? "";
        bool isShown = isOn && !isSecret && example.Length <= LongestExample && example.IndexOfAny(['\r', '\n']) < 0;
        return OfSchema(schema, fallback) with { Example = isShown ? example : "" };
    }

    /// <param name="more">The link to external documentation, or null.</param>
    public DocModel Of(string? title, string? description, OpenApiExternalDocumentation? more, string fallback)
    {
        if (!isOn)
        {
            return new DocModel(fallback);
        }

        string summary = Clip(title), remarks = Clip(description);
        if (summary.Length == 0 || string.Equals(summary, remarks, StringComparison.OrdinalIgnoreCase))
        {
            (summary, remarks) = (remarks, "");
        }

        return new DocModel(summary.Length == 0 ? fallback : summary, remarks) { Link = Link(more) };
    }

    /// <summary>
    /// Adds the enum that the names of a map belong to, which NSwag writes as an extension. In C# the names are strings, so that
    /// unknown names are kept.
    /// </summary>
    private DocModel WithKeys(DocModel doc, JsonSchema schema)
    {
        object? keys = ReferenceChain.Nearest(schema, static link => link.Extension("x-dictionaryKey")) as IDictionary<string, object?> is { } described
            ? SchemaExtensions.Extension(described, "$ref")
            : null;
        if (!isOn || keys is not string reference)
        {
            return doc;
        }

        string name = Clip(SpecPointer.Unescape(reference.Substring(reference.LastIndexOf('/') + 1)));
        return doc with { Remarks = (doc.Remarks.Length == 0 ? "" : doc.Remarks + "\n") + $"The keys are values of {name}." };
    }

    private static DocLinkModel? Link(OpenApiExternalDocumentation? more)
    {
        if (more?.Url is not { Length: > 0 and <= LongestText } url)
        {
            return null;
        }

        string description = Clip(more.Description);
        return new DocLinkModel(description.Length > 0 ? description : url, WebAddress.IsValid(url) ? url : "");
    }

    private static string Clip(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length <= LongestText)
        {
            return trimmed;
        }

        int end = LongestText - (char.IsHighSurrogate(trimmed[LongestText - 1]) ? 1 : 0);
        return trimmed.Substring(0, end) + "…";
    }
}
