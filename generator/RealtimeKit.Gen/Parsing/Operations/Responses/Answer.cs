using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Responses;

/// <summary>How a body travels. The order is that of preference: the first kind that an operation has is its result.</summary>
internal enum AnswerKind
{
    Json,
    Text,
    Stream,

    /// <summary>Item by item, as they arrive.</summary>
    Items,
    Empty,
}

/// <summary>One of the bodies in which a good status may come.</summary>
/// <param name="Status">A status, a range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="MediaType">As the document writes it; empty for no body.</param>
/// <param name="Envelope">The property that holds the result proper; empty for none.</param>
internal sealed record Answer(string Status, AnswerKind Kind, string MediaType, TypeRef Type, string Envelope = "");
