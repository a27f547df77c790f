using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>A media type whose schema is that of an item (<c>itemSchema</c>), not of the whole body.</summary>
internal sealed class ItemsMediaType : OpenApiMediaType
{
}
