using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>
/// Applies one action to the places that its target selects. The tree is immutable: the ancestors of a changed place are created
/// again, and all other nodes are shared. Recursion is bounded by <see cref="ReadBudget.MaxDepth"/>, which the result also
/// respects.
/// </summary>
internal sealed class OverlayApplier(OverlayAction action, SpecNode? update, StepBudget budget, DiagnosticBag diagnostics)
{
    private readonly int _updateHeight = update is null ? 0 : HeightOf(update, budget);

    /// <summary>Returns the changed node, or null if it is removed.</summary>
    public SpecNode? Apply(SpecNode node, OverlayEdit edit, int depth)
    {
        if (edit.IsTarget)
        {
            if (update is null)
            {
                return null;
            }

            node = Update(node, depth);
        }

        return !edit.HasChildren ? node : node switch
        {
            SpecMapping mapping => ApplyBelow(mapping, edit, depth),
            SpecSequence sequence => ApplyBelow(sequence, edit, depth),
            _ => node,
        };
    }

    private SpecMapping ApplyBelow(SpecMapping mapping, OverlayEdit edit, int depth)
    {
        budget.TakeMade(mapping.Entries.Count);
        var entries = new List<SpecEntry>(mapping.Entries.Count);
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (edit.At(entry.Key) is not { } below)
            {
                entries.Add(entry);
            }
            else if (Apply(entry.Value, below, depth + 1) is { } value)
            {
                entries.Add(entry with { Value = value });
            }
        }

        return new SpecMapping(mapping.Source, mapping.Position, entries.ToArray());
    }

    private SpecSequence ApplyBelow(SpecSequence sequence, OverlayEdit edit, int depth)
    {
        budget.TakeMade(sequence.Items.Count);
        var items = new List<SpecNode>(sequence.Items.Count);
        for (int i = 0; i < sequence.Items.Count; i++)
        {
            SpecNode item = sequence.Items[i];
            if (edit.At(i) is not { } below)
            {
                items.Add(item);
            }
            else if (Apply(item, below, depth + 1) is { } value)
            {
                items.Add(value);
            }
        }

        return new SpecSequence(sequence.Source, sequence.Position, items.ToArray());
    }

    private SpecNode Update(SpecNode target, int depth)
    {
        if (depth + _updateHeight > ReadBudget.MaxDepth)
        {
            string limit = ReadBudget.MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels of nesting once this overlay is applied";
            diagnostics.Add(Descriptors.SpecBudgetExceeded, action.TargetText.Location, limit);
            return target;
        }

        switch (target, update)
        {
            case (SpecMapping mapping, SpecMapping added):
                return Merge(mapping, added);
            case (SpecMapping, not null):
                Refuse(update, "the target is a mapping, so the update must be a mapping too");
                return target;
            case (SpecSequence sequence, not null):
                budget.TakeMade(sequence.Items.Count);
                return new SpecSequence(sequence.Source, sequence.Position, [.. sequence.Items, update]);
            default:
                Refuse(action.TargetText, "'" + action.TargetText.Text + "' selects a scalar; to change it, select the mapping that contains it");
                return target;
        }
    }

    private SpecMapping Merge(SpecMapping target, SpecMapping added)
    {
        budget.TakeMade(target.Entries.Count + added.Entries.Count);
        var entries = new List<SpecEntry>(target.Entries.Count + added.Entries.Count);
        foreach (SpecEntry entry in target.Entries)
        {
            entries.Add(added[entry.Key] is { } value && !budget.IsSpent ? entry with { Value = Merge(entry.Value, value) } : entry);
        }

        foreach (SpecEntry entry in added.Entries)
        {
            if (target[entry.Key] is null)
            {
                entries.Add(entry with { KeySource = entry.KeySource ?? added.Source });
            }
        }

        return new SpecMapping(target.Source, target.Position, entries.ToArray());
    }

    private SpecNode Merge(SpecNode target, SpecNode added)
    {
        switch (target, added)
        {
            case (SpecMapping mapping, SpecMapping addedMapping):
                return Merge(mapping, addedMapping);
            case (SpecSequence sequence, SpecSequence addedItems):
                budget.TakeMade(sequence.Items.Count + addedItems.Items.Count);
                return new SpecSequence(sequence.Source, sequence.Position, [.. sequence.Items, .. addedItems.Items]);
            case (SpecScalar, SpecScalar):
                return added;
            default:
                // Overlay 1.1 makes an error of what 1.0 leaves undefined.
                Refuse(
                    added,
                    "this is " + KindOf(added) + " where the document has " + KindOf(target)
                        + "; first remove the document's value in a separate action");
                return target;
        }
    }

    private static string KindOf(SpecNode node) => node switch
    {
        SpecMapping => "a mapping",
        SpecSequence => "a list",
        _ => "a scalar",
    };

    private static int HeightOf(SpecNode node, StepBudget budget)
    {
        budget.Take();
        int below = 0;
        IEnumerable<SpecNode> children = node switch
        {
            SpecMapping mapping => mapping.Entries.Select(static entry => entry.Value),
            SpecSequence sequence => sequence.Items,
            _ => [],
        };
        foreach (SpecNode child in children)
        {
            below = budget.IsSpent ? 0 : Math.Max(below, HeightOf(child, budget));
        }

        return node is SpecScalar ? 0 : below + 1;
    }

    private void Refuse(SpecNode node, string message) => diagnostics.Add(Descriptors.OverlayInvalid, node.Location, message);
}
