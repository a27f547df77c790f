using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A header that a response of a selected operation is described to have.</summary>
/// <param name="MediaType">Of a value that is described by its content; empty for a plain one.</param>
internal sealed record DescribedHeader(string Name, string? Description, JsonSchema Schema, string MediaType);
