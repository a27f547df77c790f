using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>
/// A node with its path from the root. The node alone is not sufficient: an alias uses one node in several places, and an action
/// may change only one of them. The key is null in a sequence and at the root.
/// </summary>
internal sealed record NodePath(NodePath? Parent, string? Key, int Index, SpecNode Node)
{
    public static NodePath Root(SpecNode root) => new(null, null, 0, root);

    public NodePath Child(SpecEntry entry, int index) => new(this, entry.Key, index, entry.Value);

    public NodePath Child(SpecNode item, int index) => new(this, null, index, item);
}
