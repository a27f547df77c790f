using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>How schemas and media types are read.</summary>
/// <param name="IsWrapper">Returns whether a schema only wraps a part or an alternative, which gives it its type.</param>
/// <param name="LayersOf">Returns a schema, and those that it only wraps, the nearest first.</param>
/// <param name="KindOf">Returns the kind of a media type.</param>
internal sealed record SchemaReading(
    Func<JsonSchema, bool> IsWrapper,
    Func<JsonSchema, IEnumerable<JsonSchema>> LayersOf,
    Func<string, BodyKind> KindOf);
