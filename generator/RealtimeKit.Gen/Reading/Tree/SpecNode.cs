using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// A node of the tree, for YAML and JSON. It is immutable and knows its position. A node may be used in several places (YAML
/// aliases, copies of an overlay), so <see cref="Weight"/> is computed instead of traversed.
/// </summary>
internal abstract class SpecNode(SpecSource source, SpecPosition position)
{
    public SpecSource Source { get; } = source;

    public SpecPosition Position { get; } = position;

    /// <summary>
    /// Gets the number of nodes that a traversal would visit, including this one. Long texts count as several. The number
    /// saturates at <see cref="int.MaxValue"/>.
    /// </summary>
    public abstract int Weight { get; }

    public SpecLocation Location => Position.In(Source);

    public static int Sum(int weight, int added) => weight > int.MaxValue - added ? int.MaxValue : weight + added;
}
