using NSwag;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// The typed document of the selected operations, with its companions. It is built and parsed within one step of the pipeline and
/// never leaves that step.
/// </summary>
internal sealed class SpecDocument
{
    public required OpenApiDocument Document { get; init; }

    /// <summary>Gets whether the text is Swagger 2.0.</summary>
    public required bool IsSwagger { get; init; }

    public required SchemaIndex Schemas { get; init; }

    public required ImpliedSchemas Implied { get; init; }

    public required SpecLocations Locations { get; init; }

    public required IReadOnlyDictionary<OpenApiParameter, ParameterTraits> Parameters { get; init; }

    public required ILookup<OpenApiOperation, DescribedLink> Links { get; init; }

    /// <summary>Gets the headers of all responses, one for each place that describes one.</summary>
    public required IReadOnlyList<DescribedHeader> Headers { get; init; }

    /// <summary>Gets the webhooks and callbacks.</summary>
    public required IReadOnlyList<IncomingOperation> Incoming { get; init; }

    /// <summary>Gets the names of the servers that have one.</summary>
    public required IReadOnlyDictionary<OpenApiServer, string> ServerNames { get; init; }

    /// <summary>Gets the names of all components of the document, selected or not. Inline schemas do not use them.</summary>
    public required IReadOnlyList<SchemaKey> ComponentKeys { get; init; }

    /// <summary>Gets a summary of what the filters left out; empty for nothing.</summary>
    public required string LeftOut { get; init; }
}
