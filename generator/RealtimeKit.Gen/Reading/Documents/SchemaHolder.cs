namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A component that is not a schema and contains one.</summary>
/// <param name="Name">The component's key in the document.</param>
internal sealed record SchemaHolder(SchemaHolderKind Kind, string Name);

internal enum SchemaHolderKind
{
    Response,
    Request,
    Parameter,
}
