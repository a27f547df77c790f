using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// Tells of each schema object what the object itself cannot hold. The facts are kept by object, not among the schema's
/// extensions, so that no document can state one of them under the name of an extension.
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

    /// <summary>Gets all schemas that the document writes, or implies, with their places.</summary>
    public IEnumerable<KeyValuePair<JsonSchema, SchemaOrigin>> Origins => OriginBySchema;

    /// <summary>Gets the bases with a discriminator, and their cases that are bases of further ones.</summary>
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

    /// <summary>Returns the case that a value is whose discriminator has no known value, or null.</summary>
    public JsonSchema? DefaultOf(OpenApiDiscriminator discriminator) =>
        DefaultByDiscriminator.TryGetValue(discriminator, out JsonSchema? @default) ? @default : null;
}
