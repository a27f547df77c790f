using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>Collects the facts that the typed document has no members for, while its parts are built.</summary>
internal sealed class DocumentParts
{
    public DocumentParts() => Locations = new LocationRegister(Schemas);

    public SchemaRegister Schemas { get; } = new();

    public LocationRegister Locations { get; }

    public Dictionary<OpenApiParameter, ParameterTraits> Parameters { get; } = [];

    public List<(OpenApiOperation From, DescribedLink Link)> Links { get; } = [];

    public List<DescribedHeader> Headers { get; } = [];

    public List<IncomingOperation> Incoming { get; } = [];

    public Dictionary<OpenApiServer, string> ServerNames { get; } = [];
}
