using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>What a document says about a schema and the typed schema has no member for.</summary>
/// <param name="IsConstant">Whether the only value comes from <c>const</c>.</param>
/// <param name="InText">How a number may also be written as text.</param>
internal readonly record struct SchemaTraits(bool IsConstant, NumberText InText);
