using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The writable locations. Only the classes that build the document use this type.</summary>
internal sealed class LocationRegister(SchemaIndex schemas) : SpecLocations(schemas)
{
    public void Add(object part, SpecLocation location) => LocationByPart[part] = location;
}
