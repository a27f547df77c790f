using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A header that the document describes for a response of a selected operation.</summary>
/// <param name="MediaType">The media type if the header is described by <c>content</c>; otherwise empty.</param>
internal sealed record DescribedHeader(string Name, string? Description, JsonSchema Schema, string MediaType);
