using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The facts about a parameter that the typed parameter has no members for.</summary>
/// <param name="IsQueryString">Whether the parameter is the whole query string.</param>
/// <param name="MediaType">The media type of its <c>content</c>, or null if it has a <c>schema</c>.</param>
/// <param name="Style">The <c>style</c> as written, or null for the default.</param>
/// <param name="Content">The media type's own description, or null if the parameter has a <c>schema</c>.</param>
internal sealed record ParameterTraits(
    bool IsQueryString, string? MediaType, string? Style, bool AllowsReserved, OpenApiMediaType? Content = null);
