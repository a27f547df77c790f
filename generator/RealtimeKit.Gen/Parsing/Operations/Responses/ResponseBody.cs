using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>The kind of a response's body, in the order of preference. The first kind that an operation has is its result.</summary>
internal enum ResponseBodyKind
{
    Json,
    Text,
    Stream,

    /// <summary>A sequence of items that are returned as they arrive.</summary>
    Items,
    Empty,
}

/// <summary>One of the bodies that a successful status can have.</summary>
/// <param name="Status">A status, a range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="MediaType">The media type as the document writes it; empty for no body.</param>
/// <param name="Envelope">The property that contains the result; empty for none.</param>
internal sealed record ResponseBody(string Status, ResponseBodyKind Kind, string MediaType, TypeRef Type, string Envelope = "")
{
    /// <summary>Gets whether the items are text without quotes, and not JSON.</summary>
    public bool HasPlainItems { get; init; }
}
