using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>
/// A node together with the way to it from the root. The node alone would not do: an alias hangs one node in at
/// several places, of which an action may change one. The key is null in a sequence, and at the root.
/// </summary>
internal sealed record NodePath(NodePath? Parent, string? Key, int Index, SpecNode Node)
{
    public static NodePath Root(SpecNode root) => new(null, null, 0, root);

    public NodePath Child(SpecEntry entry, int index) => new(this, entry.Key, index, entry.Value);

    public NodePath Child(SpecNode item, int index) => new(this, null, index, item);
}
