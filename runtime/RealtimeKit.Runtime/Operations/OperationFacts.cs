using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Operations;

/// <summary>What the transport needs to know of an operation, whatever its result.</summary>
internal sealed record OperationFacts(
    string OperationId,
    HttpMethod Method,
    string PathTemplate,
    bool IsIdempotent,
    string[][]? Security,
    ApiErrorBody[] Errors,
    string? Accept);
