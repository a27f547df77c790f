using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The locations while the document is built: only what builds the document writes to them.</summary>
internal sealed class LocationRegister(SchemaIndex schemas) : SpecLocations(schemas)
{
    public void Add(object part, SpecLocation location) => LocationByPart[part] = location;
}
