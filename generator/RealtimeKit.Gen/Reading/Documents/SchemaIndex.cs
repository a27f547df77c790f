using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// Holds the facts about schema objects that these objects have no members for. The facts are not stored among the
/// extensions of a schema, so that a document cannot set them by writing an extension of the same name.
/// </summary>
internal abstract class SchemaIndex
{
    private static readonly IReadOnlyList<JsonSchema> _none = [];

    private protected SchemaIndex() => Steps = new PartSteps(this);

    private protected Dictionary<JsonSchema, SchemaOrigin> OriginBySchema { get; } = [];

    private protected Dictionary<JsonSchema, SpecLocation> LocationBySchema { get; } = [];

    private protected Dictionary<JsonSchema, SchemaTraits> TraitsBySchema { get; } = [];

    private protected Dictionary<JsonSchema, OpenApiExternalDocumentation> DocsBySchema { get; } = [];

    private protected Dictionary<JsonSchema, IReadOnlyList<JsonSchema>> DerivedByBase { get; } = [];

    private protected HashSet<JsonSchema> AllDerived { get; } = [];

    private protected Dictionary<OpenApiDiscriminator, JsonSchema> DefaultByDiscriminator { get; } = [];

    private protected Dictionary<JsonSchema, SpecLocation> DotNetTypeBySchema { get; } = [];

    private protected Dictionary<JsonSchema, SchemaHolder> HolderBySchema { get; } = [];

    /// <summary>Gets the number of schemas that the document contains or implies.</summary>
    public int Count => OriginBySchema.Count;

    /// <summary>Gets the budget for walks through the parts of schemas.</summary>
    public PartSteps Steps { get; }

    /// <summary>Gets all schemas that the document contains or implies, with their origins.</summary>
    public IEnumerable<KeyValuePair<JsonSchema, SchemaOrigin>> Origins => OriginBySchema;

    /// <summary>Gets the base schemas with a discriminator, and those of their cases that are themselves bases.</summary>
    public IEnumerable<JsonSchema> Bases => DerivedByBase.Keys;

    public SchemaOrigin? OriginOf(JsonSchema schema) => OriginBySchema.TryGetValue(schema, out SchemaOrigin? origin) ? origin : null;

    public SpecLocation? LocationOf(JsonSchema schema) =>
        LocationBySchema.TryGetValue(schema, out SpecLocation? location) ? location : OriginOf(schema)?.Location;

    public SchemaTraits TraitsOf(JsonSchema schema) => TraitsBySchema.TryGetValue(schema, out SchemaTraits traits) ? traits : default;

    /// <summary>Returns the place of the schema's <c>x-dotnet-type</c>, or null if it has none.</summary>
    public SpecLocation? LocationOfDotNetType(JsonSchema schema) => DotNetTypeBySchema.TryGetValue(schema, out SpecLocation? location) ? location : null;

    /// <summary>Returns the schema's <c>externalDocs</c>, or null.</summary>
    public OpenApiExternalDocumentation? DocsOf(JsonSchema schema) => DocsBySchema.TryGetValue(schema, out OpenApiExternalDocumentation? docs) ? docs : null;

    /// <summary>Gets the inline schemas in responses, request bodies and parameters of the components.</summary>
    public IEnumerable<KeyValuePair<JsonSchema, SchemaHolder>> Holders => HolderBySchema;

    public bool IsBase(JsonSchema schema) => DerivedByBase.ContainsKey(schema);

    /// <summary>Returns whether a component extends a base, so that its name can be a value of the discriminator.</summary>
    public bool IsDerived(JsonSchema schema) => AllDerived.Contains(schema);

    /// <summary>Returns the components that refer to the schema in their <c>allOf</c>; none if the schema has no discriminator.</summary>
    public IReadOnlyList<JsonSchema> DerivedOf(JsonSchema schema) =>
        DerivedByBase.TryGetValue(schema, out IReadOnlyList<JsonSchema>? derived) ? derived : _none;

    /// <summary>Returns the case for values whose discriminator is missing or unknown, or null if the document names none.</summary>
    public JsonSchema? DefaultOf(OpenApiDiscriminator discriminator) =>
        DefaultByDiscriminator.TryGetValue(discriminator, out JsonSchema? @default) ? @default : null;
}
