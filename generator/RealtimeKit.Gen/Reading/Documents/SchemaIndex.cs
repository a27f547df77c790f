using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// Provides what a document says about a schema and the schema object cannot hold. These facts are kept by object, not among the
/// schema's extensions, so that a document cannot state them as extensions.
/// </summary>
internal abstract class SchemaIndex
{
    private static readonly IReadOnlyList<JsonSchema> _none = [];

    private protected Dictionary<JsonSchema, SchemaOrigin> OriginBySchema { get; } = [];

    private protected Dictionary<JsonSchema, SpecLocation> LocationBySchema { get; } = [];

    private protected Dictionary<JsonSchema, SchemaTraits> TraitsBySchema { get; } = [];

    private protected Dictionary<JsonSchema, OpenApiExternalDocumentation> DocsBySchema { get; } = [];

    private protected Dictionary<JsonSchema, IReadOnlyList<JsonSchema>> DerivedByBase { get; } = [];

    private protected Dictionary<OpenApiDiscriminator, JsonSchema> DefaultByDiscriminator { get; } = [];

    /// <summary>Gets all schemas of the document, including implied ones, with their origins.</summary>
    public IEnumerable<KeyValuePair<JsonSchema, SchemaOrigin>> Origins => OriginBySchema;

    /// <summary>Gets the bases with a discriminator, including cases that are bases themselves.</summary>
    public IEnumerable<JsonSchema> Bases => DerivedByBase.Keys;

    public SchemaOrigin? OriginOf(JsonSchema schema) => OriginBySchema.TryGetValue(schema, out SchemaOrigin? origin) ? origin : null;

    public SpecLocation? LocationOf(JsonSchema schema) =>
        LocationBySchema.TryGetValue(schema, out SpecLocation? location) ? location : OriginOf(schema)?.Location;

    public SchemaTraits TraitsOf(JsonSchema schema) => TraitsBySchema.TryGetValue(schema, out SchemaTraits traits) ? traits : default;

    /// <summary>Returns the schema's <c>externalDocs</c>, or null.</summary>
    public OpenApiExternalDocumentation? DocsOf(JsonSchema schema) => DocsBySchema.TryGetValue(schema, out OpenApiExternalDocumentation? docs) ? docs : null;

    public bool IsBase(JsonSchema schema) => DerivedByBase.ContainsKey(schema);

    /// <summary>Returns the components that name the schema in their <c>allOf</c>; none for a schema without a discriminator.</summary>
    public IReadOnlyList<JsonSchema> DerivedOf(JsonSchema schema) =>
        DerivedByBase.TryGetValue(schema, out IReadOnlyList<JsonSchema>? derived) ? derived : _none;

    /// <summary>Returns the case of a value whose discriminator is unknown, or null.</summary>
    public JsonSchema? DefaultOf(OpenApiDiscriminator discriminator) =>
        DefaultByDiscriminator.TryGetValue(discriminator, out JsonSchema? @default) ? @default : null;
}
