using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Yaml;

/// <summary>
/// The anchors of a YAML text. An alias uses the anchored node again. That costs nothing here, but each later traversal visits
/// it, so the budget is charged for its weight and depth.
/// </summary>
internal sealed class YamlAnchors(SpecSource source, SpecTreeBuilder tree)
{
    private readonly Dictionary<string, Anchored> _byName = new(StringComparer.Ordinal);
    private readonly Stack<string?> _open = new();
    private int _aliasedNodes;

    public ReadFault? Fault { get; private set; }

    public void Set(string name, SpecNode node, int height) => _byName[name] = new Anchored(node, height);

    /// <summary>Records that a collection begins, with its anchor.</summary>
    public void Open(string? name)
    {
        _open.Push(name);
        if (name is not null)
        {
            _byName[name] = default;
        }
    }

    /// <summary>Records that the tree has closed the innermost collection.</summary>
    public bool Close()
    {
        if (_open.Pop() is { } name)
        {
            Set(name, tree.Last!, tree.LastHeight);
        }

        return true;
    }

    public bool Share(string name, SpecPosition position)
    {
        if (Find(name, position) is not { } node)
        {
            return false;
        }

        _aliasedNodes += Math.Min(node.Weight, ReadBudget.MaxAliasedNodes);
        if (_aliasedNodes > ReadBudget.MaxAliasedNodes)
        {
            string limit = ReadBudget.MaxAliasedNodes.ToString("N0", CultureInfo.InvariantCulture);
            Fault = ReadFault.OverBudget(source, position, limit + " nodes reached through aliases");
            return false;
        }

        return tree.Share(node, position, _byName[name].Height);
    }

    public SpecNode? Find(string name, SpecPosition position)
    {
        bool isKnown = _byName.TryGetValue(name, out Anchored anchored);
        if (anchored.Node is null)
        {
            Fault = new ReadFault(
                Descriptors.AliasInvalid,
                position.In(source),
                name,
                isKnown ? "it is inside the node that it refers to" : "there is no anchor with this name before it");
        }

        return anchored.Node;
    }

    private readonly record struct Anchored(SpecNode? Node, int Height);
}
