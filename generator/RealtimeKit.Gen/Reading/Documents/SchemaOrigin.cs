using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// What the typed document cannot say of a schema: where it stands, and the name under which others refer to it.
/// </summary>
/// <param name="Name">The component's key, for a schema that has one; for another that is referred to, the last words of its pointer.</param>
/// <param name="Key">The canonical reference, unique in the project.</param>
internal sealed record SchemaOrigin(SpecNode Node, string? Name, string Key)
{
    public SpecLocation Location => Node.Location;
}
