using System.Globalization;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A link: an operation that can be called with values from a response.</summary>
/// <param name="Status">The key of the response that has the link: a status code, a range, or <c>default</c>.</param>
/// <param name="Target">The <c>operationId</c> of the operation, or the reference to it if it has none.</param>
/// <param name="Body">The request body, or null if the link does not specify one.</param>
/// <param name="Node">The node that describes the link.</param>
internal sealed record DescribedLink(
    string Status,
    string Name,
    string Target,
    IReadOnlyList<LinkArgument> Arguments,
    LinkArgument? Body,
    string? Description,
    SpecMapping Node);

/// <summary>A value that a link passes to a parameter or as the body.</summary>
/// <param name="Parameter">The parameter as the link names it, with or without its location (<c>path.id</c> or <c>id</c>).</param>
/// <param name="Value">A runtime expression (<c>$response.body#/id</c>) or a constant.</param>
internal sealed record LinkArgument(string Parameter, object? Value)
{
    private const int LongestText = 100;

    /// <summary>Gets the value as text for documentation.</summary>
    public string Text => Value switch
    {
        string { Length: <= LongestText } text => text,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "a constant",
    };
}
