using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The locations in the text of the parts of the typed document.</summary>
internal abstract class SpecLocations(SchemaIndex schemas)
{
    private protected Dictionary<object, SpecLocation> LocationByPart { get; } = [];

    public SpecLocation? Of(object part) =>
        LocationByPart.TryGetValue(part, out SpecLocation? location) ? location
        : part is JsonSchema schema ? schemas.LocationOf(schema)
        : null;
}
