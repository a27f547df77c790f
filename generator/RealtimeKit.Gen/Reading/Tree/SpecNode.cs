using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// A node of the text's tree, YAML or JSON alike: immutable, and knowing where it stands. A node may hang in the tree
/// at several places (a YAML alias, an overlay's copy), which is why <see cref="Weight"/> is counted, not walked.
/// </summary>
internal abstract class SpecNode(SpecSource source, SpecPosition position)
{
    public SpecSource Source { get; } = source;

    public SpecPosition Position { get; } = position;

    /// <summary>
    /// How many nodes a walk from here would visit, this one included, long texts counting as several; saturates at
    /// <see cref="int.MaxValue"/>.
    /// </summary>
    public abstract int Weight { get; }

    public SpecLocation Location => Position.In(Source);

    public static int Sum(int weight, int added) => weight > int.MaxValue - added ? int.MaxValue : weight + added;
}
