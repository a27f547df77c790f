using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

internal sealed class SpecSequence : SpecNode
{
    public SpecSequence(SpecSource source, SpecPosition position, SpecNode[] items)
        : base(source, position)
    {
        Items = items;
        Weight = 1;
        foreach (SpecNode item in items)
        {
            Weight = Sum(Weight, item.Weight);
        }
    }

    public IReadOnlyList<SpecNode> Items { get; }

    public override int Weight { get; }
}
