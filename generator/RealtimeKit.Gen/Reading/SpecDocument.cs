using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// The typed document of the selected operations, and beside it what it cannot hold. Lives within one step of the
/// pipeline and never leaves it.
/// </summary>
internal sealed class SpecDocument(OpenApiDocument document)
{
    private readonly Dictionary<JsonSchema, SchemaOrigin> _origins = [];
    private readonly Dictionary<object, SpecLocation> _locations = [];
    private readonly Dictionary<OpenApiOperation, List<DescribedLink>> _links = [];

    public OpenApiDocument Document { get; } = document;

    /// <summary>Whether the text is Swagger 2.0.</summary>
    public bool IsSwagger { get; set; }

    /// <summary>The ids of all operations of the document, selected or not.</summary>
    public HashSet<string> OperationIds { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of all components of the document, selected or not: each keeps its name from inline schemas.</summary>
    public IReadOnlyList<SchemaKey> ComponentKeys { get; set; } = [];

    /// <summary>Components that name a base in their <c>allOf</c>, by that base: the cases of a discriminator.</summary>
    public Dictionary<JsonSchema, List<JsonSchema>> Derived { get; } = [];

    /// <summary>The names of those servers that have one.</summary>
    public Dictionary<OpenApiServer, string> ServerNames { get; } = [];

    /// <summary>What a discriminator means where it says nothing that is known.</summary>
    public Dictionary<OpenApiDiscriminator, JsonSchema> DefaultCases { get; } = [];

    /// <summary>The headers of all responses, one for each place that describes one.</summary>
    public List<DescribedHeader> Headers { get; } = [];

    /// <summary>Webhooks and callbacks.</summary>
    public List<IncomingOperation> Incoming { get; } = [];

    /// <summary>How much the filters left out, in words; empty for nothing.</summary>
    public string LeftOut { get; set; } = "";

    public IEnumerable<KeyValuePair<JsonSchema, SchemaOrigin>> Origins => _origins;

    public SchemaOrigin? OriginOf(JsonSchema schema) => _origins.TryGetValue(schema, out SchemaOrigin? origin) ? origin : null;

    public SpecLocation? LocationOf(object part) =>
        _locations.TryGetValue(part, out SpecLocation? location) ? location
        : part is JsonSchema schema ? OriginOf(schema)?.Location
        : null;

    public IReadOnlyList<DescribedLink> LinksOf(OpenApiOperation operation) => _links.TryGetValue(operation, out List<DescribedLink>? known) ? known : [];

    public void AddLink(OpenApiOperation operation, DescribedLink link)
    {
        if (!_links.TryGetValue(operation, out List<DescribedLink>? known))
        {
            _links[operation] = known = [];
        }

        known.Add(link);
    }

    public void Add(JsonSchema schema, SchemaOrigin origin) => _origins[schema] = origin;

    public void Add(object part, SpecLocation location) => _locations[part] = location;
}

/// <param name="Key">The canonical reference to a component.</param>
/// <param name="Name">The component's key in the document.</param>
/// <param name="GivenName">The C# name that the author gave it.</param>
internal sealed record SchemaKey(string Key, string Name, string? GivenName);
