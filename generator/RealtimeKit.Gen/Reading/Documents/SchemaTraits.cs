using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The facts about a schema that the typed schema has no members for.</summary>
/// <param name="IsConstant">Whether the schema allows a single value because of <c>const</c>.</param>
/// <param name="InText">How a number may also be written as text.</param>
/// <param name="WrittenFormat">The format in the document if the upgraded schema has another, or null.</param>
internal readonly record struct SchemaTraits(bool IsConstant, NumberText InText, string? WrittenFormat = null);
