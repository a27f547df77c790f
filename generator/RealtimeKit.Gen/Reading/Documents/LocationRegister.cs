using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The locations while the document is built. Only the builders of the document write to them.</summary>
internal sealed class LocationRegister(SchemaIndex schemas) : SpecLocations(schemas)
{
    public void Add(object part, SpecLocation location) => LocationByPart[part] = location;
}
