using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>Finds the nodes of a query in document order, without recursion on the depth of the document.</summary>
internal sealed class JsonPathEvaluator
{
    private readonly NodePath _root;
    private readonly StepBudget _budget;
    private readonly FilterEvaluator _filters;

    public JsonPathEvaluator(SpecNode root, StepBudget budget)
    {
        _root = NodePath.Root(root);
        _budget = budget;
        _filters = new FilterEvaluator(this, budget);
    }

    public List<NodePath> Evaluate(JsonPath query) => Evaluate(query, _root);

    /// <summary>Finds the nodes of a query in a filter, where <c>@</c> is the current node.</summary>
    public List<NodePath> Evaluate(JsonPath query, NodePath current)
    {
        List<NodePath> nodes = [query.IsRelative ? current : _root];
        foreach (JsonPathSegment segment in query.Segments)
        {
            var found = new List<NodePath>();
            foreach (NodePath node in nodes)
            {
                if (segment.IsDescendant)
                {
                    SelectBelow(node, segment.Selectors, found);
                }
                else
                {
                    SelectAll(node, segment.Selectors, found);
                }

                if (_budget.IsSpent)
                {
                    return [];
                }
            }

            nodes = found;
        }

        return nodes;
    }

    /// <summary>Finds the node of a query that returns at most one, without allocating lists.</summary>
    public SpecNode? EvaluateSingular(JsonPath query, SpecNode current)
    {
        SpecNode? node = query.IsRelative ? current : _root.Node;
        foreach (JsonPathSegment segment in query.Segments)
        {
            _budget.Take();
            node = (segment.Selectors[0], node) switch
            {
                (NameSelector name, SpecMapping mapping) => mapping[name.Name],
                (IndexSelector index, SpecSequence sequence) => ItemAt(sequence, index.Index),
                _ => null,
            };
        }

        return node;
    }

    private void SelectBelow(NodePath start, IReadOnlyList<JsonPathSelector> selectors, List<NodePath> found)
    {
        var open = new Stack<NodePath>();
        open.Push(start);
        while (open.Count > 0)
        {
            NodePath node = open.Pop();
            if (!_budget.Take(2))
            {
                return;
            }

            SelectAll(node, selectors, found);

            // A scalar has no children, so it is not visited.
            switch (node.Node)
            {
                case SpecMapping mapping:
                    for (int i = mapping.Entries.Count - 1; i >= 0; i--)
                    {
                        if (mapping.Entries[i].Value is not SpecScalar)
                        {
                            open.Push(node.Child(mapping.Entries[i], i));
                        }
                    }

                    break;
                case SpecSequence sequence:
                    for (int i = sequence.Items.Count - 1; i >= 0; i--)
                    {
                        if (sequence.Items[i] is not SpecScalar)
                        {
                            open.Push(node.Child(sequence.Items[i], i));
                        }
                    }

                    break;
            }
        }
    }

    private void SelectAll(NodePath node, IReadOnlyList<JsonPathSelector> selectors, List<NodePath> found)
    {
        foreach (JsonPathSelector selector in selectors)
        {
            switch (node.Node)
            {
                case SpecMapping mapping:
                    Select(node, mapping, selector, found);
                    break;
                case SpecSequence sequence:
                    Select(node, sequence, selector, found);
                    break;
            }
        }
    }

    private void Select(NodePath node, SpecMapping mapping, JsonPathSelector selector, List<NodePath> found)
    {
        switch (selector)
        {
            case NameSelector name:
                if (mapping[name.Name] is { } value)
                {
                    Keep(found, new NodePath(node, name.Name, 0, value));
                }

                break;
            case WildcardSelector or FilterSelector:
                for (int i = 0; i < mapping.Entries.Count && _budget.Take(); i++)
                {
                    NodePath child = node.Child(mapping.Entries[i], i);
                    if (selector is not FilterSelector filter || _filters.IsTrue(filter.Filter, child))
                    {
                        Keep(found, child);
                    }
                }

                break;
        }
    }

    private void Select(NodePath node, SpecSequence sequence, JsonPathSelector selector, List<NodePath> found)
    {
        IReadOnlyList<SpecNode> items = sequence.Items;
        switch (selector)
        {
            case IndexSelector index:
                if (ItemAt(sequence, index.Index) is { } item)
                {
                    Keep(found, node.Child(item, (int)(index.Index < 0 ? items.Count + index.Index : index.Index)));
                }

                break;
            case SliceSelector slice:
                foreach (int i in IndicesOf(slice, items.Count))
                {
                    Keep(found, node.Child(items[i], i));
                    if (_budget.IsSpent)
                    {
                        return;
                    }
                }

                break;
            case WildcardSelector or FilterSelector:
                for (int i = 0; i < items.Count && _budget.Take(); i++)
                {
                    NodePath child = node.Child(items[i], i);
                    if (selector is not FilterSelector filter || _filters.IsTrue(filter.Filter, child))
                    {
                        Keep(found, child);
                    }
                }

                break;
        }
    }

    private void Keep(List<NodePath> found, NodePath node)
    {
        _budget.TakeMade();
        found.Add(node);
    }

    private static SpecNode? ItemAt(SpecSequence sequence, long index)
    {
        long at = index < 0 ? sequence.Items.Count + index : index;
        return at >= 0 && at < sequence.Items.Count ? sequence.Items[(int)at] : null;
    }

    private static IEnumerable<int> IndicesOf(SliceSelector slice, int count)
    {
        long step = slice.Step;
        long start = Clamp(slice.Start ?? (step < 0 ? count - 1 : 0), count, step);
        long end = slice.End is null && step < 0 ? -1 : Clamp(slice.End ?? count, count, step);
        for (long i = start; step > 0 ? i < end : step < 0 && i > end; i += step)
        {
            yield return (int)i;
        }
    }

    private static long Clamp(long index, int count, long step)
    {
        long at = index < 0 ? index + count : index;
        return step < 0 ? Math.Min(Math.Max(at, -1), count - 1) : Math.Min(Math.Max(at, 0), count);
    }
}
