using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// The location of a schema, and the name by which other schemas refer to it. The typed document has no members for these.
/// </summary>
/// <param name="Name">The key of a component. For any other schema that is referred to, a name from the end of its pointer.</param>
/// <param name="Key">The canonical reference, unique in the project.</param>
internal sealed record SchemaOrigin(SpecNode Node, string? Name, string Key)
{
    public SpecLocation Location => Node.Location;
}
