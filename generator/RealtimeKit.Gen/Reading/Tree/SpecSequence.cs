using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

internal sealed class SpecSequence : SpecNode
{
    private readonly UnreadChildren? _unread;
    private SpecNode[]? _items;

    public SpecSequence(SpecSource source, SpecPosition position, SpecNode[] items)
        : base(source, position)
    {
        _items = items;
        Weight = 1;
        foreach (SpecNode item in items)
        {
            Weight = Sum(Weight, item.Weight);
        }
    }

    /// <summary>Initializes a new instance whose items are read when they are first asked for.</summary>
    public SpecSequence(SpecSource source, SpecPosition position, UnreadChildren unread)
        : base(source, position)
    {
        _unread = unread;
        Weight = unread.Weight;
    }

    public IReadOnlyList<SpecNode> Items => _items ??= _unread!.ReadItems();

    public override int Weight { get; }
}
