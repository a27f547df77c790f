using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A header that the document describes for a response of a selected operation.</summary>
/// <param name="MediaType">The media type if the header is described by <c>content</c>; otherwise empty.</param>
/// <param name="Style">The style of a list, such as <c>pipeDelimited</c>; empty if commas separate its items.</param>
/// <param name="Explode">Whether the names of an object are followed by equals signs.</param>
/// <param name="IsSecret">Whether the header itself, and not its schema, is marked as a secret or as none; otherwise null.</param>
internal sealed record DescribedHeader(string Name, string? Description, JsonSchema Schema, string MediaType, string Style, bool Explode, bool? IsSecret);
