using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Overlay.Patterns;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>The places that one action changes, as a tree. Nodes without an edit below them are kept.</summary>
internal sealed class OverlayEdit
{
    // Both may be null, because most places have no edits below them.
    private Dictionary<string, OverlayEdit>? _byKey;
    private Dictionary<int, OverlayEdit>? _byIndex;

    private OverlayEdit()
    {
    }

    /// <summary>Gets whether the action's target is this place itself.</summary>
    public bool IsTarget { get; private set; }

    public bool HasChildren => _byKey is not null || _byIndex is not null;

    /// <summary>Adds a place. A place that the target selects twice is added once.</summary>
    public static OverlayEdit Of(IEnumerable<NodePath> targets, StepBudget budget)
    {
        var root = new OverlayEdit();
        var way = new Stack<NodePath>();
        foreach (NodePath target in targets)
        {
            for (NodePath path = target; path.Parent is not null; path = path.Parent)
            {
                way.Push(path);
            }

            if (!budget.TakeMade(way.Count))
            {
                break;
            }

            OverlayEdit edit = root;
            while (way.Count > 0)
            {
                edit = edit.ChildOf(way.Pop());
            }

            edit.IsTarget = true;
        }

        return root;
    }

    public OverlayEdit? At(string key) => _byKey is not null && _byKey.TryGetValue(key, out OverlayEdit? edit) ? edit : null;

    public OverlayEdit? At(int index) => _byIndex is not null && _byIndex.TryGetValue(index, out OverlayEdit? edit) ? edit : null;

    private OverlayEdit ChildOf(NodePath path)
    {
        OverlayEdit? edit = path.Key is null ? At(path.Index) : At(path.Key);
        if (edit is null)
        {
            edit = new OverlayEdit();
            if (path.Key is null)
            {
                (_byIndex ??= []).Add(path.Index, edit);
            }
            else
            {
                (_byKey ??= new(StringComparer.Ordinal)).Add(path.Key, edit);
            }
        }

        return edit;
    }
}
