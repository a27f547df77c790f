using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>
/// One valid action of an overlay. Exactly one of <see cref="Update"/>, <see cref="Copy"/> and <see cref="IsRemoval"/> is set.
/// </summary>
internal sealed record OverlayAction(JsonPath Target, SpecScalar TargetText, SpecNode? Update, JsonPath? Copy, SpecScalar? CopyText, bool IsRemoval);
