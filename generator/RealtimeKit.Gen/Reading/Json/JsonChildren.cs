using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Json;

/// <summary>The children of a collection of an outlined text.</summary>
/// <param name="collection">The number of the collection.</param>
/// <param name="position">The position of its bracket.</param>
internal sealed class JsonChildren(JsonOutline outline, int collection, SpecPosition position) : UnreadChildren
{
    public override int Weight => outline[collection].Weight;

    public override SpecEntry[] ReadEntries() => outline.ReadEntries(collection, position);

    public override SpecNode[] ReadItems() => outline.ReadItems(collection, position);

    public override bool MayHaveKey(string key) => outline.MayHaveKey(key);
}
