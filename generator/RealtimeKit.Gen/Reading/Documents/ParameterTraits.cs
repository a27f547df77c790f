namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>What a document says about a parameter and the typed parameter has no member for.</summary>
/// <param name="IsQueryString">Whether the parameter is the query as a whole.</param>
/// <param name="MediaType">The media type of its <c>content</c>; null for a parameter with a schema.</param>
/// <param name="Style">The <c>style</c> as written, or null.</param>
internal sealed record ParameterTraits(bool IsQueryString, string? MediaType, string? Style, bool AllowsReserved);
