using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>An operation of the document.</summary>
/// <param name="Path">The key of the path item, as written in the document.</param>
/// <param name="Method">The HTTP method: in lower case if OpenAPI has a field for it, otherwise as written.</param>
/// <param name="PathItem">The path item, after its reference has been followed.</param>
/// <param name="Operation">The operation object.</param>
internal sealed record SlicedOperation(string Path, string Method, SpecMapping PathItem, SpecMapping Operation)
{
    /// <summary>Gets whether this is a webhook, whose <see cref="Path"/> is its name.</summary>
    public bool IsWebhook { get; init; }
}

/// <summary>
/// The part of a document that the client needs: the selected operations. Everything else is reached by following their
/// references, so the parts that they do not use are never modelled.
/// </summary>
/// <param name="Webhooks">The selected webhooks, which are requests that the API sends. Their path is their name.</param>
/// <param name="LeftOut">A sentence that says how many operations the filters left out, or an empty string.</param>
internal sealed record SlicedSpec(
    SpecMapping Root,
    SpecDialect Dialect,
    IReadOnlyList<SlicedOperation> Operations,
    IReadOnlyList<SlicedOperation> Webhooks,
    string LeftOut)
{
    /// <summary>Gets the <c>operationId</c>s of all operations, including those that the filters left out.</summary>
    public IReadOnlyList<string> OperationIds { get; init; } = [];
}
