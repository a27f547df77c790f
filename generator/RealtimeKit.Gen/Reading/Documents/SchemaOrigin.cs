using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The origin of a schema: its node, and the name under which others refer to it.</summary>
/// <param name="Name">The key of a component; for another schema that is referred to, the last words of its pointer.</param>
/// <param name="Key">The canonical reference, which is unique in the project.</param>
internal sealed record SchemaOrigin(SpecNode Node, string? Name, string Key)
{
    public SpecLocation Location => Node.Location;
}
