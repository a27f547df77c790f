namespace RealtimeKit.Gen.Reading;

internal sealed class SpecSequence : SpecNode
{
    public SpecSequence(SpecSource source, SpecPosition position, SpecNode[] items)
        : base(source, position)
    {
        Items = items;
        Weight = items.Aggregate(1, static (weight, item) => Sum(weight, item.Weight));
    }

    public IReadOnlyList<SpecNode> Items { get; }

    public override int Weight { get; }
}
