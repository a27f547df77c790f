using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// The typed document of the selected operations, with the facts that it has no members for. It is created and parsed in one
/// step of the pipeline and is not passed to another step.
/// </summary>
internal sealed class SpecDocument
{
    public required OpenApiDocument Document { get; init; }

    public required SpecLocation Location { get; init; }

    /// <summary>Gets a value indicating whether the document is Swagger 2.0.</summary>
    public required bool IsSwagger { get; init; }

    /// <summary>Gets a value indicating whether every style of a part in a multipart body counts, which OpenAPI 3.0 excludes.</summary>
    public required bool HasStyledParts { get; init; }

    public required SchemaIndex Schemas { get; init; }

    public required ImpliedSchemas Implied { get; init; }

    public required SpecLocations Locations { get; init; }

    public required IReadOnlyDictionary<OpenApiParameter, ParameterTraits> Parameters { get; init; }

    public required ILookup<OpenApiOperation, DescribedLink> Links { get; init; }

    /// <summary>Gets the headers of all responses, one for each description.</summary>
    public required IReadOnlyList<DescribedHeader> Headers { get; init; }

    /// <summary>Gets the webhooks and callbacks.</summary>
    public required IReadOnlyList<IncomingOperation> Incoming { get; init; }

    /// <summary>Gets the names of the servers that have a name.</summary>
    public required IReadOnlyDictionary<OpenApiServer, string> ServerNames { get; init; }

    /// <summary>Gets the names of all components of the document, whether they are used or not. Inline schemas do not use these names.</summary>
    public required IReadOnlyList<SchemaKey> ComponentKeys { get; init; }

    /// <summary>Gets the responses, request bodies and parameters of the components that contain an inline schema, used or not.</summary>
    public required IReadOnlyList<SchemaHolder> Holders { get; init; }

    /// <summary>Gets a sentence that says how many operations the filters left out, or an empty string.</summary>
    public required string LeftOut { get; init; }
}
