using System.Globalization;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A link: an operation that can be called with values of a response.</summary>
/// <param name="Status">The status of the response: a status, a range, or <c>default</c>.</param>
/// <param name="Target">The operationId, or the reference to the operation if the document gives none.</param>
/// <param name="Body">The request body, or null.</param>
/// <param name="Node">The node that describes the link.</param>
internal sealed record DescribedLink(
    string Status,
    string Name,
    string Target,
    IReadOnlyList<LinkArgument> Arguments,
    LinkArgument? Body,
    string? Description,
    SpecMapping Node);

/// <param name="Parameter">The parameter as the link names it: by its name, or with its place (<c>path.id</c>).</param>
/// <param name="Value">An expression (<c>$response.body#/id</c>) or a constant.</param>
internal sealed record LinkArgument(string Parameter, object? Value)
{
    private const int LongestText = 100;

    /// <summary>Gets the value in words.</summary>
    public string Text => Value switch
    {
        string { Length: <= LongestText } text => text,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "a constant",
    };
}
