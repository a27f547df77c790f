using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A header that a response of a selected operation describes.</summary>
/// <param name="MediaType">The media type of a value that is described by <c>content</c>; empty for a plain value.</param>
internal sealed record DescribedHeader(string Name, string? Description, JsonSchema Schema, string MediaType);
