using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>
/// Describes the links of an operation in its documentation: the methods that can be called next, and with which arguments.
/// </summary>
internal sealed class LinkText(ILookup<OpenApiOperation, DescribedLink> links, LinkTargets targets, IReadOnlyDictionary<string, GroupNames> groups)
{
    public DocModel AddTo(DocModel doc, NamedOperation operation)
    {
        IEnumerable<string> texts = links[operation.Operation]
            .Select(Text)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static text => text, StringComparer.Ordinal);
        string all = string.Join("\n", texts);
        return all.Length == 0 ? doc : doc with { Remarks = doc.Remarks + (doc.Remarks.Length == 0 ? "" : "\n") + all };
    }

    /// <summary>Returns a method as it is called on the client.</summary>
    public static string Method(NamedOperation operation, IReadOnlyDictionary<string, GroupNames> groups)
    {
        string property = groups[operation.Group].PropertyName;
        return (property.Length == 0 ? "" : property + ".") + operation.Name + "Async";
    }

    private string Text(DescribedLink link)
    {
        string target = targets.Find(link) is { } found ? Method(found, groups) : link.Target;
        IEnumerable<string> values = link.Arguments
            .Select(static argument => $"{argument.Parameter} = {argument.Text}")
            .OrderBy(static text => text, StringComparer.Ordinal);
        string arguments = string.Join(", ", values);
        string description = string.IsNullOrWhiteSpace(link.Description) ? "" : $" ({link.Description!.Trim()})";
        return $"Can be followed by {target}{(arguments.Length == 0 ? "" : ", with ")}{arguments}{description}.";
    }
}
