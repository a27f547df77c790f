using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>One operation that a client method is wanted for.</summary>
/// <param name="Path">The key of the path item, as written.</param>
/// <param name="Method">In lower case; as written where it is none of the usual.</param>
/// <param name="PathItem">The path item, references followed.</param>
/// <param name="Operation">The operation object.</param>
internal sealed record SlicedOperation(string Path, string Method, SpecMapping PathItem, SpecMapping Operation)
{
    /// <summary>Whether it has a name where others have a path.</summary>
    public bool IsWebhook { get; init; }
}

/// <summary>
/// The part of a document that the client needs: the selected operations. What they refer to is found by following
/// references from them, so that the rest is never modelled.
/// </summary>
/// <param name="Webhooks">Requests that the API sends; their path is their name.</param>
/// <param name="LeftOut">How much the filters left out, in words; empty for nothing.</param>
internal sealed record SlicedSpec(
    SpecMapping Root,
    SpecDialect Dialect,
    IReadOnlyList<SlicedOperation> Operations,
    IReadOnlyList<SlicedOperation> Webhooks,
    string LeftOut)
{
    /// <summary>The ids of all operations, left out or not.</summary>
    public IReadOnlyList<string> OperationIds { get; init; } = [];
}
