using System.Globalization;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A link: an operation that may be called with what a response of this one holds.</summary>
/// <param name="Status">The response that has it: a status, a range, or <c>default</c>.</param>
/// <param name="Target">The operationId or, where the document has none, the reference to the operation.</param>
/// <param name="Body">What its body is to be; null where nothing is said.</param>
/// <param name="Node">Where it is described.</param>
internal sealed record DescribedLink(
    string Status,
    string Name,
    string Target,
    IReadOnlyList<LinkArgument> Arguments,
    LinkArgument? Body,
    string? Description,
    SpecMapping Node);

/// <param name="Parameter">As the link calls it: by its name, or with its place before that (<c>path.id</c>).</param>
/// <param name="Value">An expression (<c>$response.body#/id</c>), or a constant.</param>
internal sealed record LinkArgument(string Parameter, object? Value)
{
    private const int LongestText = 100;

    /// <summary>The value in words.</summary>
    public string Text => Value switch
    {
        string { Length: <= LongestText } text => text,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "a constant",
    };
}
